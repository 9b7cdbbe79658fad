package quiesce.source;

import java.util.List;
import org.antlr.v4.runtime.Token;
import quiesce.source.grammar.StrategyLexer;

/**
 * Refuses text that is nested so deeply that the stages which descend into it, this one and those
 * that follow, would run out of stack. No strategy that a person wrote comes near.
 */
final class NestingLimit {
  private static final int BRACKETS = 200;

  /** Words between two of {@code ; { }}: bounds {@code !!!!x}, {@code a && b && ...}. */
  private static final int WORDS = 1000;

  /** An {@code else if} is nested in the if before it. */
  private static final int ELSE_IFS = 200;

  private NestingLimit() {}

  /** Whether the text keeps the limit; it reports the first place that does not. */
  static boolean keeps(List<Token> tokens, Diagnostics diagnostics) {
    int brackets = 0;
    int words = 0;
    int elses = 0;
    for (Token token : tokens) {
      if (token.getChannel() != Token.DEFAULT_CHANNEL) {
        continue;
      }
      words++;
      switch (token.getType()) {
        case StrategyLexer.LPAREN, StrategyLexer.LBRACK -> brackets++;
        case StrategyLexer.RPAREN, StrategyLexer.RBRACK -> brackets--;
        case StrategyLexer.LBRACE -> {
          brackets++;
          words = 0;
        }
        case StrategyLexer.RBRACE -> {
          brackets--;
          words = 0;
          elses = brackets <= 0 ? 0 : elses;
        }
        case StrategyLexer.SEMICOLON -> words = 0;
        case StrategyLexer.ELSE -> elses++;
        default -> {}
      }
      brackets = Math.max(brackets, 0);
      if (brackets > BRACKETS) {
        return refuse(token, "brackets are nested more than %d deep", BRACKETS, diagnostics);
      }
      if (words > WORDS) {
        return refuse(token, "a statement has more than %d words", WORDS, diagnostics);
      }
      if (elses > ELSE_IFS) {
        return refuse(token, "a function has more than %d 'else'", ELSE_IFS, diagnostics);
      }
    }
    return true;
  }

  private static boolean refuse(Token token, String message, int limit, Diagnostics diagnostics) {
    diagnostics.report(token, message.formatted(limit), "split it into functions");
    return false;
  }
}
