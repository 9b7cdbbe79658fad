package quiesce.source.cut;

import java.util.Optional;
import org.antlr.v4.runtime.Token;
import quiesce.source.grammar.KernelCLexer;

/**
 * What is open at some place. It never changes, so that each branch of {@code #if} can begin with
 * what was open before it.
 *
 * @param outer what is open around the innermost brace; empty outside of all
 */
record Brackets(int braces, int parentheses, Optional<Brackets> outer) {
  static final Brackets NONE = new Brackets(0, 0, Optional.empty());

  boolean none() {
    return braces == 0 && parentheses == 0;
  }

  Brackets after(Token word) {
    return switch (word.getType()) {
      case KernelCLexer.LBRACE -> new Brackets(braces + 1, 0, Optional.of(this));
      case KernelCLexer.RBRACE -> outer.orElse(NONE);
      case KernelCLexer.LPAREN, KernelCLexer.LBRACK -> new Brackets(braces, parentheses + 1, outer);
      case KernelCLexer.RPAREN, KernelCLexer.RBRACK ->
          new Brackets(braces, Math.max(parentheses - 1, 0), outer);
      default -> this;
    };
  }
}
