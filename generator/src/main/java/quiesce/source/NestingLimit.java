package quiesce.source;

import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Refuses text that is nested so deeply that the stages which descend into it, this one and those
 * that follow, would run out of stack. No file that a person wrote comes near.
 */
public final class NestingLimit {
  private NestingLimit() {}

  /**
   * Whether the text keeps the limits; it reports the first place that does not. The profile's, of
   * the words between two of {@code ; { }}, bounds {@code !!!!x}, {@code a && b && ...}.
   */
  public static boolean keeps(List<Token> tokens, Diagnostics diagnostics) {
    int limit = diagnostics.profile().longest();
    int brackets = 0;
    int words = 0;
    int elses = 0;
    // What is open of a for loop's head: its semicolons end nothing.
    int head = 0;
    String before = "";
    for (Token token : tokens) {
      if (token.getChannel() != Token.DEFAULT_CHANNEL) {
        continue;
      }
      words++;
      switch (token.getText()) {
        case "(", "[" -> {
          brackets++;
          head += head > 0 || before.equals("for") ? 1 : 0;
        }
        case ")", "]" -> {
          brackets--;
          head = Math.max(head - 1, 0);
        }
        case "{" -> {
          brackets++;
          words = 0;
          head = 0;
        }
        case "}" -> {
          brackets--;
          words = 0;
          head = 0;
          elses = brackets <= 0 ? 0 : elses;
        }
        case ";" -> words = head > 0 ? words : 0;
        case "else" -> elses++;
        default -> {}
      }
      brackets = Math.max(brackets, 0);
      before = token.getText();
      if (brackets > Bound.BRACKETS.most()) {
        return refuse(
            token, "brackets are nested more than %d deep", Bound.BRACKETS.most(), diagnostics);
      }
      if (words > limit) {
        return refuse(token, "a statement has more than %d words", limit, diagnostics);
      }
      if (elses > Bound.ELSES.most()) {
        return refuse(token, "a function has more than %d 'else'", Bound.ELSES.most(), diagnostics);
      }
    }
    return true;
  }

  private static boolean refuse(Token token, String message, int limit, Diagnostics diagnostics) {
    diagnostics.report(token, message.formatted(limit), diagnostics.profile().shorter());
    return false;
  }
}
