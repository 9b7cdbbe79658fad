package quiesce.tla;

/** The escapes of TLA+ strings. */
public final class StringEscapes {
  private static final String PLAIN = "\"\\\n\t\r\f";
  private static final String ESCAPED = "\"\\ntrf";

  private StringEscapes() {}

  public static String escape(String plain) {
    StringBuilder text = new StringBuilder();
    for (char c : plain.toCharArray()) {
      int at = PLAIN.indexOf(c);
      if (at >= 0) {
        text.append('\\').append(ESCAPED.charAt(at));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  /** The character that a backslash and {@code c} stand for. */
  public static char unescape(char c) {
    int at = ESCAPED.indexOf(c);
    return at >= 0 ? PLAIN.charAt(at) : c;
  }
}
