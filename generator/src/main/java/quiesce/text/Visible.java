package quiesce.text;

import java.util.stream.Collectors;

/**
 * Shows what text holds: a character that would not be seen, or would move others about, is written
 * as its code.
 *
 * <p>Text of a strategy file may hold control characters, which XML cannot, and marks that turn the
 * direction of writing, which make code read otherwise than it is compiled (Boucher and Anderson,
 * "Trojan Source", 2021).
 */
public final class Visible {
  private Visible() {}

  /**
   * The text with {@code \}{@code u202e} and the like for what is not seen; tabs and line ends
   * stay.
   */
  public static String of(String text) {
    return text.codePoints()
        .mapToObj(c -> isSeen(c) ? Character.toString(c) : String.format("\\u%04x", c))
        .collect(Collectors.joining());
  }

  private static boolean isSeen(int c) {
    return c == '\t'
        || c == '\n'
        || switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.UNASSIGNED,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          default -> true;
        };
  }
}
