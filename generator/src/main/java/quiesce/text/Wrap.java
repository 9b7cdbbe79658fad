package quiesce.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks text at spaces. */
public final class Wrap {
  private Wrap() {}

  /**
   * The text in lines of at most a width. A word that is longer stays whole: half an identifier
   * cannot be searched for.
   *
   * @param indent of every line but the first
   */
  public static List<String> lines(String text, int width, String indent) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    int margin = text.length() - text.stripLeading().length();
    while (rest.length() > width) {
      int cut = rest.lastIndexOf(' ', width);
      if (cut <= margin) {
        cut = rest.indexOf(' ', margin);
      }
      if (cut < 0) {
        break;
      }
      lines.add(rest.substring(0, cut).stripTrailing());
      rest = indent + rest.substring(cut).stripLeading();
      margin = indent.length();
    }
    lines.add(rest);
    return lines;
  }

  /** The same for text of several lines, with an end after each. */
  public static String text(String text, int width, String indent) {
    StringBuilder wrapped = new StringBuilder();
    text.lines()
        .flatMap(line -> lines(line, width, indent).stream())
        .forEach(line -> wrapped.append(line).append('\n'));
    return wrapped.toString();
  }
}
