package quiesce.report;

/**
 * How text looks.
 *
 * @param ascii whether every character is one
 * @param colour whether escape sequences for colours may be used
 */
public record TextStyle(boolean ascii, boolean colour) {
  private static final String END = "\u001b[0m";

  /** The text in a colour, padded to a width before it is coloured. */
  String paint(String text, Mark mark, int width) {
    String padded = text + " ".repeat(Math.max(0, width - text.length()));
    return colour && !mark.colour().isEmpty()
        ? "\u001b[" + mark.colour() + "m" + padded + END
        : padded;
  }
}
