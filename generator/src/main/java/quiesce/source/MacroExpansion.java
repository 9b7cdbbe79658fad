package quiesce.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import quiesce.source.grammar.KernelCLexer;

/**
 * Expands macros as C does (C11, 6.10.3). Each word has the macros that it came of, which it is not
 * to be expanded by again: so recursion ends. The algorithm is Dave Prosser's, which C's text was
 * made from.
 */
final class MacroExpansion {
  private final Function<String, Optional<Macro>> macros;
  private final Consumer<Token> directives;
  private final Diagnostics diagnostics;
  private final Limit limit;
  private int parts;
  private int depth;

  /**
   * @param hidden the macros that it came of
   * @param use where the outermost of them is used; empty of a word of the file
   */
  private record Word(Token token, Set<String> hidden, Optional<Token> use) {}

  /** The words between the parentheses, and the one that ends them. */
  private record Call(List<List<Word>> arguments, Word end) {}

  /**
   * @param macros by their names, at the place that has been reached
   * @param directives gets the preprocessor lines, as they are reached
   */
  MacroExpansion(
      Function<String, Optional<Macro>> macros,
      Consumer<Token> directives,
      Diagnostics diagnostics) {
    this.macros = macros;
    this.directives = directives;
    this.diagnostics = diagnostics;
    this.limit =
        new Limit(
            diagnostics.file(),
            Bound.MACRO_WORDS.most(),
            "words that macros expand to",
            "write the code without these macros");
  }

  /**
   * The words of a file after expansion.
   *
   * @throws SourceException when macros expand to too much
   */
  List<Token> of(List<Token> words) {
    return expanded(words.stream().map(t -> new Word(t, Set.of(), Optional.empty())).toList())
        .stream()
        .map(this::token)
        .toList();
  }

  private Token token(Word word) {
    return word.use()
        .map(use -> new Place.Expansion(use.getText(), ++parts))
        .<Token>map(expansion -> new ExpandedToken(word.token(), expansion))
        .orElse(word.token());
  }

  private List<Word> expanded(List<Word> words) {
    Deque<Word> input = new ArrayDeque<>(words);
    List<Word> output = new ArrayList<>();
    while (!input.isEmpty()) {
      Word word = input.poll();
      if (isDirective(word)) {
        directives.accept(word.token());
        continue;
      }
      Optional<Macro> macro = macro(word, input);
      if (macro.isEmpty() || !replace(word, macro.get(), input)) {
        output.add(word);
      }
    }
    return output;
  }

  /** The macro that a word uses, if it is one. */
  private Optional<Macro> macro(Word word, Deque<Word> input) {
    if (word.token().getType() != KernelCLexer.NAME) {
      return Optional.empty();
    }
    String name = word.token().getText();
    return macros
        .apply(name)
        .filter(m -> !word.hidden().contains(name))
        .filter(m -> m.parameters().isEmpty() || is(input.peek(), KernelCLexer.LPAREN));
  }

  /** Puts what a macro expands to in front of the input, unless the use is refused. */
  private boolean replace(Word word, Macro macro, Deque<Word> input) {
    Token use = word.use().orElse(word.token());
    if (macro.unsupported().isPresent()) {
      diagnostics.report(
          use,
          "the macro '%s' has %s, which is not supported"
              .formatted(macro.name(), macro.unsupported().get()),
          "write here what it expands to");
      return false;
    }
    Set<String> hidden = new HashSet<>(word.hidden());
    Map<String, List<Word>> arguments = new HashMap<>();
    if (macro.parameters().isPresent()) {
      Optional<Call> call = call(use, macro, input);
      if (call.isEmpty()) {
        return false;
      }
      hidden.retainAll(call.get().end().hidden());
      for (int i = 0; i < macro.parameters().get().size(); i++) {
        arguments.put(macro.parameters().get().get(i), nested(use, call.get().arguments().get(i)));
      }
    }
    hidden.add(macro.name());
    refuseDepth(use, hidden.size());
    List<Word> replacement = replacement(use, macro, arguments, hidden);
    for (int i = replacement.size() - 1; i >= 0; i--) {
      input.push(replacement.get(i));
    }
    return true;
  }

  private List<Word> nested(Token use, List<Word> argument) {
    depth++;
    refuseDepth(use, depth);
    List<Word> words = expanded(argument);
    depth--;
    return words;
  }

  private void refuseDepth(Token use, int reached) {
    if (reached > Bound.MACRO_DEPTH.most()) {
      diagnostics.report(
          use,
          "macros are nested more than %d deep".formatted(Bound.MACRO_DEPTH.most()),
          "write the code without these macros");
      diagnostics.throwIfAny();
    }
  }

  private List<Word> replacement(
      Token use, Macro macro, Map<String, List<Word>> arguments, Set<String> hidden) {
    List<Word> words = new ArrayList<>();
    for (Token token : macro.body()) {
      List<Word> argument = arguments.get(token.getText());
      if (argument == null) {
        CommonToken here = new CommonToken(token);
        here.setLine(use.getLine());
        here.setCharPositionInLine(use.getCharPositionInLine());
        words.add(new Word(here, hidden, Optional.of(use)));
      } else {
        argument.forEach(
            word ->
                words.add(
                    new Word(
                        word.token(),
                        both(word.hidden(), hidden),
                        word.use().or(() -> Optional.of(use)))));
      }
    }
    Place place = diagnostics.place(use);
    words.forEach(word -> limit.use(place));
    return words;
  }

  private static Set<String> both(Set<String> some, Set<String> others) {
    if (some.isEmpty()) {
      return others;
    }
    Set<String> both = new HashSet<>(some);
    both.addAll(others);
    return both;
  }

  /** Takes the parentheses after a macro's name from the input. */
  private Optional<Call> call(Token use, Macro macro, Deque<Word> input) {
    List<List<Word>> arguments = new ArrayList<>(List.of(new ArrayList<>()));
    input.poll();
    int open = 1;
    while (true) {
      Word word = input.peek();
      if (word == null || is(word, Token.EOF) || isDirective(word)) {
        diagnostics.report(
            use, "the arguments of the macro '%s' do not end".formatted(macro.name()), "add ')'");
        return Optional.empty();
      }
      input.poll();
      open += is(word, KernelCLexer.LPAREN) ? 1 : is(word, KernelCLexer.RPAREN) ? -1 : 0;
      if (open == 0) {
        return checked(use, macro, new Call(arguments, word));
      } else if (open == 1 && is(word, KernelCLexer.COMMA)) {
        arguments.add(new ArrayList<>());
      } else {
        arguments.get(arguments.size() - 1).add(word);
      }
    }
  }

  private Optional<Call> checked(Token use, Macro macro, Call call) {
    int wanted = macro.parameters().orElseThrow().size();
    boolean none = call.arguments().size() == 1 && call.arguments().get(0).isEmpty();
    int given = none && wanted == 0 ? 0 : call.arguments().size();
    if (given == wanted) {
      return Optional.of(call);
    }
    diagnostics.report(
        use,
        "the macro '%s' takes %d argument%s, not %d"
            .formatted(macro.name(), wanted, wanted == 1 ? "" : "s", given),
        "give it as many as its definition has parameters");
    return Optional.empty();
  }

  private static boolean isDirective(Word word) {
    return word.token().getChannel() == KernelCLexer.DIRECTIVES;
  }

  private static boolean is(Word word, int type) {
    return word != null && word.token().getType() == type;
  }
}
