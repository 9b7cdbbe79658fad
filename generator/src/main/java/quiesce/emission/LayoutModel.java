package quiesce.emission;

import java.util.List;

/** Layout for templates. */
public final class LayoutModel {
  private final int width;

  LayoutModel(int width) {
    this.width = width;
  }

  /** A text as the lines of a boxed comment. */
  public List<String> box(String text) {
    return Comments.wrap(text, width).stream().map(l -> boxed(l)).toList();
  }

  private String boxed(String line) {
    return "(* " + line + " ".repeat(Math.max(0, width - line.length())) + " *)";
  }

  public String rule() {
    return "(" + "*".repeat(width + 4) + ")";
  }

  public String indent(String text, int columns) {
    return Layout.indent(text, columns);
  }

  /** Items separated by commas, broken into lines of a readable width. */
  public String list(List<String> items, int columns) {
    return Layout.list(items, columns);
  }

  /** That a value is one of these. */
  public String among(String value, List<String> these) {
    return Layout.among(value, these);
  }

  public String notAmong(String value, List<String> these) {
    return these.size() == 1
        ? value + " # " + these.get(0)
        : value + " \\notin {" + String.join(", ", these) + "}";
  }

  public String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - text.length()));
  }
}
