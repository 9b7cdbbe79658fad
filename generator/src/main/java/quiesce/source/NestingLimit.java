package quiesce.source;

import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Refuses text that is nested so deeply that the stages which descend into it, this one and those
 * that follow, would run out of stack. No file that a person wrote comes near.
 */
public final class NestingLimit {
  private static final int BRACKETS = 200;

  /** An {@code else if} is nested in the if before it. */
  private static final int ELSE_IFS = 200;

  private NestingLimit() {}

  /**
   * Whether the text keeps the limit; it reports the first place that does not.
   *
   * @param limit of the words between two of {@code ; { }}: it bounds {@code !!!!x}, {@code a && b
   *     && ...}
   * @param help what to do about it
   */
  public static boolean keeps(List<Token> tokens, int limit, String help, Diagnostics diagnostics) {
    int brackets = 0;
    int words = 0;
    int elses = 0;
    for (Token token : tokens) {
      if (token.getChannel() != Token.DEFAULT_CHANNEL) {
        continue;
      }
      words++;
      switch (token.getText()) {
        case "(", "[" -> brackets++;
        case ")", "]" -> brackets--;
        case "{" -> {
          brackets++;
          words = 0;
        }
        case "}" -> {
          brackets--;
          words = 0;
          elses = brackets <= 0 ? 0 : elses;
        }
        case ";" -> words = 0;
        case "else" -> elses++;
        default -> {}
      }
      brackets = Math.max(brackets, 0);
      if (brackets > BRACKETS) {
        return refuse(token, "brackets are nested more than %d deep", BRACKETS, help, diagnostics);
      }
      if (words > limit) {
        return refuse(token, "a statement has more than %d words", limit, help, diagnostics);
      }
      if (elses > ELSE_IFS) {
        return refuse(token, "a function has more than %d 'else'", ELSE_IFS, help, diagnostics);
      }
    }
    return true;
  }

  private static boolean refuse(
      Token token, String message, int limit, String help, Diagnostics diagnostics) {
    diagnostics.report(token, message.formatted(limit), help);
    return false;
  }
}
