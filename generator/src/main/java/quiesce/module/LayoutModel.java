package quiesce.module;

import java.util.List;
import quiesce.tla.Printer;

/** Layout for templates. */
public final class LayoutModel {
  private static final String SIGN = "\\* ";
  private static final int COMMENT_COLUMN = 16;
  private static final int INDENT = 2;

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
    return Layout.notAmong(value, these);
  }

  /** A name that is declared, and beside it what it is; above it where it is long. */
  public String declaration(String name, String comment) {
    int column = Math.max(COMMENT_COLUMN, name.length() + 1);
    int room = Printer.WIDTH - INDENT - column - SIGN.length();
    if (room < comment.length() && name.length() > COMMENT_COLUMN) {
      String above = String.join("\n" + SIGN, Comments.wrap(comment, Printer.WIDTH - INDENT - 3));
      return Layout.indent(SIGN + above + "\n" + name, INDENT);
    }
    String beside = String.join("\n" + " ".repeat(column) + SIGN, Comments.wrap(comment, room));
    return Layout.indent(name + " ".repeat(column - name.length()) + SIGN + beside, INDENT);
  }
}
