package quiesce.source.cut;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import quiesce.source.grammar.KernelCLexer;

/**
 * What is declared from some word on. It need not be C that the grammar reads.
 *
 * @param names of what is declared, in the order of the text
 * @param tag of the struct, union or enum that it names first
 * @param body whether that is defined here
 * @param function whether the first of the names is that of a function
 */
record Declaration(List<String> names, Optional<String> tag, boolean body, boolean function) {
  /** Empty where no declaration begins. */
  static Optional<Declaration> at(Words words, int from) {
    Reader reader = new Reader(words, from);
    return reader.type() ? Optional.of(reader.declarators()) : Optional.empty();
  }

  private static final class Reader {
    private final Words words;
    private final List<String> names = new ArrayList<>();
    private Optional<String> tag = Optional.empty();
    private boolean body;
    private boolean function;
    private int at;

    Reader(Words words, int from) {
      this.words = words;
      this.at = words.afterSpecifiers(from);
    }

    private boolean type() {
      // A macro that is no attribute this tool knows: __weird(1) int f(void).
      if (words.isName(at)
          && words.is(at + 1, KernelCLexer.LPAREN)
          && begins(words.after(at + 1))) {
        at = words.afterSpecifiers(words.after(at + 1));
      } else if (words.isName(at) && words.isType(words.afterSpecifiers(at + 1))) {
        at = words.afterSpecifiers(at + 1);
      }
      if (words.isType(at)) {
        while (words.isType(at)) {
          part();
        }
        return true;
      }
      boolean typedef = words.isName(at) && declares(words.afterSpecifiers(at + 1));
      at = typedef ? words.afterSpecifiers(at + 1) : at;
      return typedef;
    }

    private boolean begins(int from) {
      int first = words.afterSpecifiers(from);
      return words.isType(first) || first > from && words.isName(first);
    }

    private void part() {
      if (words.isTag(at)) {
        at = words.afterSpecifiers(at + 1);
        if (words.isName(at)) {
          tag = tag.or(() -> Optional.of(words.text(at)));
          at = words.afterSpecifiers(at + 1);
        }
        if (words.is(at, KernelCLexer.LBRACE)) {
          body = true;
          at = words.after(at);
        }
      } else {
        boolean typeof = words.is(at, KernelCLexer.TYPEOF);
        at++;
        at = typeof && words.is(at, KernelCLexer.LPAREN) ? words.after(at) : at;
      }
      at = words.afterSpecifiers(at);
    }

    /** Whether what follows a name is declared, and that name is a type. */
    private boolean declares(int from) {
      int next = from;
      while (words.is(next, KernelCLexer.STAR)) {
        next = words.afterSpecifiers(next + 1);
      }
      boolean pointer = next > from;
      return words.isName(next)
          && (!pointer
              || switch (words.type(next + 1)) {
                case KernelCLexer.SEMICOLON,
                    KernelCLexer.COMMA,
                    KernelCLexer.ASSIGN,
                    KernelCLexer.LBRACK,
                    KernelCLexer.LPAREN,
                    KernelCLexer.RPAREN ->
                    true;
                default -> words.isName(next + 1) || words.type(next + 1) < 0;
              });
    }

    private Declaration declarators() {
      boolean more = true;
      while (more) {
        declarator();
        while (at < words.size() && !ends()) {
          at = isOpening() ? words.after(at) : at + 1;
        }
        more = words.is(at, KernelCLexer.COMMA) && !isParameter();
        at++;
      }
      return new Declaration(List.copyOf(names), tag, body, function);
    }

    /** Of parameters each is a declaration: after a comma a type follows. */
    private boolean isParameter() {
      int next = words.afterSpecifiers(at + 1);
      return words.isType(next)
          || words.isName(next)
              && (words.isName(next + 1)
                  || words.is(next + 1, KernelCLexer.STAR)
                  || words.is(next + 1, KernelCLexer.RPAREN));
    }

    private void declarator() {
      pointers();
      if (isInBrackets()) {
        at++;
        pointers();
        boolean returning = words.is(at + 1, KernelCLexer.LPAREN);
        name(returning);
        // What is left of it closes the parentheses.
        while (at < words.size() && !words.is(at, KernelCLexer.RPAREN)) {
          at = isOpening() ? words.after(at) : at + 1;
        }
        at++;
        return;
      }
      List<String> candidates = new ArrayList<>();
      while (words.isName(at)) {
        candidates.add(words.text(at));
        at = words.afterSpecifiers(at + 1);
      }
      if (!candidates.isEmpty()) {
        function |= names.isEmpty() && words.is(at, KernelCLexer.LPAREN);
        // Beside the name there may be attributes that nobody knows here.
        names.add(
            candidates.stream()
                .filter(c -> !c.startsWith("__"))
                .findFirst()
                .orElse(candidates.get(candidates.size() - 1)));
      }
    }

    /** {@code (*name)(void)}; of a typedef also {@code (name)(void)}. */
    private boolean isInBrackets() {
      return words.is(at, KernelCLexer.LPAREN)
          && (words.is(at + 1, KernelCLexer.STAR)
              || words.isName(at + 1) && words.is(at + 2, KernelCLexer.RPAREN));
    }

    private void name(boolean isFunction) {
      if (words.isName(at)) {
        function |= names.isEmpty() && isFunction;
        names.add(words.text(at));
      }
    }

    private void pointers() {
      at = words.afterSpecifiers(at);
      while (words.is(at, KernelCLexer.STAR)) {
        at = words.afterSpecifiers(at + 1);
      }
    }

    private boolean isOpening() {
      return switch (words.type(at)) {
        case KernelCLexer.LPAREN, KernelCLexer.LBRACK, KernelCLexer.LBRACE -> true;
        default -> false;
      };
    }

    private boolean ends() {
      return switch (words.type(at)) {
        case KernelCLexer.COMMA,
            KernelCLexer.SEMICOLON,
            KernelCLexer.RPAREN,
            KernelCLexer.RBRACE,
            Token.EOF ->
            true;
        default -> false;
      };
    }
  }
}
