package quiesce.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import quiesce.text.Wrap;

/**
 * How text looks.
 *
 * @param ascii whether every character is one
 * @param colour whether escape sequences for colours may be used
 * @param width of the longest line, as long as no single word is wider
 */
public record TextStyle(boolean ascii, boolean colour, int width) {
  /** Where nobody knows of another. */
  public static final int WIDTH = 100;

  private static final String END = "\u001b[0m";

  /** The usual width. */
  public TextStyle(boolean ascii, boolean colour) {
    this(ascii, colour, WIDTH);
  }

  /** The text in a colour, padded to a width before it is coloured. */
  public String paint(String text, Mark mark, int width) {
    String padded = text + " ".repeat(Math.max(0, width - text.length()));
    return colour && !mark.colour().isEmpty()
        ? "\u001b[" + mark.colour() + "m" + padded + END
        : padded;
  }

  /** The text in lines, of which all but the first are indented. */
  public String wrap(String text) {
    return text.lines()
        .flatMap(line -> Wrap.lines(line, width, "    ").stream())
        .collect(Collectors.joining("\n"));
  }

  /** Entries in lines; none is broken. */
  public String fill(List<String> entries) {
    List<String> lines = new ArrayList<>();
    for (String entry : entries) {
      int last = lines.size() - 1;
      String longer = last < 0 ? entry : lines.get(last) + "   " + entry;
      if (last < 0 || longer.length() > width) {
        lines.add(entry);
      } else {
        lines.set(last, longer);
      }
    }
    return String.join("\n", lines);
  }
}
