package quiesce.document;

/** Tabs as the kernel sets them. */
final class Tabs {
  private Tabs() {}

  static String expand(String line, int width) {
    StringBuilder text = new StringBuilder();
    int column = 0;
    for (int c : line.codePoints().toArray()) {
      if (c == '\t') {
        int blanks = width - column % width;
        text.append(" ".repeat(blanks));
        column += blanks;
      } else {
        text.appendCodePoint(c);
        column++;
      }
    }
    return text.toString();
  }
}
