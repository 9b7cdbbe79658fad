package quiesce.diagram;

import java.util.ArrayList;
import java.util.List;

/**
 * How much room text takes. No font is measured, since nobody knows which one the reader has: the
 * usual monospaced ones advance by 0.55 to 0.62 of their size.
 */
final class Lettering {
  /** From one base line to the next. */
  static final int LINE = 20;

  /** Of one column. */
  private static final int ADVANCE = 8;

  private Lettering() {}

  /** The estimated width of a text. */
  static int width(String text) {
    return columns(text) * ADVANCE;
  }

  /** The width of so many columns. */
  static int width(int columns) {
    return columns * ADVANCE;
  }

  static int columns(String text) {
    return text.codePoints().map(Lettering::columns).sum();
  }

  /** Scripts from Hangul on may be twice as wide; no harm is done where they are not. */
  private static int columns(int codePoint) {
    return codePoint < 0x1100 ? 1 : 2;
  }

  /**
   * Breaks a text at spaces, and where there is none at the margin.
   *
   * @param indent of the second and all further lines
   */
  static List<String> wrap(String text, int columns, String indent) {
    List<String> lines = new ArrayList<>();
    String rest = text.replaceAll("[\t\n]", " ");
    while (columns(rest) > columns) {
      int most = fitting(rest, columns);
      int space = rest.lastIndexOf(' ', most);
      int cut = rest.substring(0, Math.max(space, 0)).isBlank() ? most : space;
      lines.add(rest.substring(0, cut).stripTrailing());
      rest = indent + rest.substring(cut).stripLeading();
    }
    lines.add(rest);
    return lines;
  }

  /** How many characters of the text fit. */
  private static int fitting(String text, int columns) {
    int room = columns;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      room -= columns(c);
      if (room < 0) {
        break;
      }
      at += Character.charCount(c);
    }
    return at;
  }

  /**
   * Puts lines below each other; the spaces that one begins with become its indent.
   *
   * @param y base line of the first one
   */
  static List<Picture.Text> set(
      List<String> lines, int x, int y, Picture.Ink ink, Picture.Face face) {
    List<Picture.Text> texts = new ArrayList<>();
    for (String line : lines) {
      String text = line.stripLeading();
      int left = x + width(line.length() - text.length());
      int base = y + texts.size() * LINE;
      texts.add(new Picture.Text(left, base, text, ink, face, Picture.Anchor.START));
    }
    return texts;
  }
}
