package quiesce.export;

/** Text of a strategy that is to be read in the comments of another language, and is no more. */
public final class PlainText {
  private static final int LONGEST = 100;

  private PlainText() {}

  /** On one line, in printable ASCII. */
  public static String printable(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\t' || c == '\n' || c == '\r') {
                safe.append(' ');
              } else if (c >= 0x20 && c < 0x7f) {
                safe.appendCodePoint(c);
              } else {
                safe.append(String.format("<U+%04X>", c));
              }
            });
    return safe.toString();
  }

  /** No longer than a line should be, and without a backslash that would continue it. */
  public static String shortened(String text) {
    String shorter = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " ...";
    return shorter.replaceFirst("\\\\+$", "").strip();
  }
}
