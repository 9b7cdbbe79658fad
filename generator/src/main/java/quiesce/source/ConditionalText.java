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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import quiesce.source.grammar.KernelCLexer;

/**
 * Leaves out the branches of {@code #if} and its like that are not there in the configuration that
 * the file is read for. Where that does not say, nothing is left out, and it is an error.
 */
final class ConditionalText {
  private static final Pattern DIRECTIVE = Pattern.compile("#\\s*(\\w*)\\s*(.*)", Pattern.DOTALL);
  private static final Pattern DEFINITION = Pattern.compile("(\\w+)\\s*(.*)", Pattern.DOTALL);

  private final Configuration configuration;
  private final Diagnostics diagnostics;
  private final Map<String, String> defined = new HashMap<>();
  private final Set<String> undefined = new HashSet<>();
  private final Deque<Open> open = new ArrayDeque<>();

  /**
   * An {@code #if} that has not ended.
   *
   * @param kept whether the branch is there
   * @param over whether no later one is
   */
  private record Open(Token line, boolean kept, boolean over) {}

  private ConditionalText(Configuration configuration, Diagnostics diagnostics) {
    this.configuration = configuration;
    this.diagnostics = diagnostics;
  }

  /** The words that are there. */
  static List<Token> kept(List<Token> words, Configuration configuration, Diagnostics diagnostics) {
    if (!diagnostics.accepts(Construct.DEFINE)) {
      return words;
    }
    ConditionalText text = new ConditionalText(configuration, diagnostics);
    List<Token> kept = new ArrayList<>();
    for (Token word : words) {
      boolean directive = word.getChannel() == KernelCLexer.DIRECTIVES;
      if (!(directive && text.isConditional(word)) && text.isKept()
          || word.getType() == Token.EOF) {
        kept.add(word);
      }
    }
    if (!text.open.isEmpty()) {
      diagnostics.report(text.open.getLast().line(), "no #endif belongs to this", "add #endif");
    }
    return kept;
  }

  private boolean isKept() {
    return open.stream().allMatch(Open::kept);
  }

  /** Follows a preprocessor line, and says whether it has done all that there is to do for it. */
  private boolean isConditional(Token line) {
    Matcher matcher = DIRECTIVE.matcher(line.getText().replace("\\\n", ""));
    if (!matcher.matches()) {
      return false;
    }
    String rest = matcher.group(2);
    switch (matcher.group(1)) {
      case "if" -> begin(line, rest);
      case "ifdef" -> begin(line, "defined(%s)".formatted(rest.replaceFirst("\\W.*", "")));
      case "ifndef" -> begin(line, "!defined(%s)".formatted(rest.replaceFirst("\\W.*", "")));
      case "elif", "else", "endif" -> {
        if (open.isEmpty()) {
          return false;
        }
        Open before = open.pop();
        if (matcher.group(1).equals("endif")) {
          return true;
        }
        String condition = matcher.group(1).equals("else") ? "1" : rest;
        branch(before.line(), line, before.over() ? "0" : condition, before);
      }
      default -> {
        if (isKept()) {
          define(matcher.group(1), rest);
        }
        return false;
      }
    }
    return true;
  }

  private void begin(Token line, String condition) {
    branch(line, line, condition, new Open(line, false, false));
  }

  private void branch(Token first, Token line, String condition, Open before) {
    // What is left out as a whole asks for nothing.
    PreprocessorCondition.Result result =
        PreprocessorCondition.of(isKept() ? condition : "0", this::truth);
    if (!result.understood()) {
      diagnostics.report(
          line,
          "this condition is not understood",
          "write it with names, defined(), IS_ENABLED(), !, && and ||, or keep the branch that matters");
    } else if (result.outcome().isEmpty()) {
      Configuration.unknown(diagnostics.place(line), result.unknown(), diagnostics);
    } else {
      diagnostics.setAside(
          diagnostics.place(line),
          "what is left of it is by the macros of the file and its configuration");
    }
    boolean kept = !result.understood() || result.outcome().orElse(true);
    boolean known = result.understood() && result.outcome().isPresent();
    open.push(new Open(first, kept, before.over() || known && kept));
  }

  private Optional<Boolean> truth(PreprocessorCondition.Asked asked) {
    String name = asked.name();
    if (defined.containsKey(name)) {
      String value = defined.get(name);
      return asked.how().equals("defined")
          ? Optional.of(true)
          : asked.how().isEmpty()
              ? Optional.of(value)
                  .filter(v -> v.matches("\\d+[uUlL]*"))
                  .map(v -> !v.matches("0+[uUlL]*"))
              : Optional.of(Enabled.of(asked.how(), value.equals("1") ? "y" : "n"));
    } else if (undefined.contains(name)) {
      return Optional.of(false);
    }
    return Enabled.isOne(asked.how())
        ? configuration.value(name).map(v -> Enabled.of(asked.how(), v))
        : configuration.isSet(name);
  }

  private void define(String directive, String rest) {
    Matcher matcher = DEFINITION.matcher(rest);
    if (!matcher.matches()) {
      return;
    }
    if (directive.equals("define")) {
      defined.put(matcher.group(1), matcher.group(2).replaceAll("(?s)/\\*.*?\\*/|//.*", "").trim());
      undefined.remove(matcher.group(1));
    } else if (directive.equals("undef")) {
      defined.remove(matcher.group(1));
      undefined.add(matcher.group(1));
    }
  }
}
