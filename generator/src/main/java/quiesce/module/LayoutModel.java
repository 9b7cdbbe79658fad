package quiesce.module;

import java.util.List;
import java.util.stream.Collectors;
import quiesce.tla.Expression;
import quiesce.tla.Logic;
import quiesce.tla.Printer;

/** Layout for templates. */
public final class LayoutModel {
  private static final String SIGN = "\\* ";
  private static final int COMMENT_COLUMN = 16;
  private static final int INDENT = 2;

  /** The columns of a list. */
  private static final int LIST_WIDTH = 78;

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

  /**
   * Items separated by commas, broken into lines of a readable width.
   *
   * @param columns where the list begins, and its further lines
   */
  public String list(List<String> items, int columns) {
    StringBuilder out = new StringBuilder();
    int used = columns;
    for (int i = 0; i < items.size(); i++) {
      String item = items.get(i) + (i + 1 < items.size() ? "," : "");
      if (i > 0 && used + 1 + item.length() > LIST_WIDTH) {
        out.append('\n').append(" ".repeat(columns));
        used = columns;
      } else if (i > 0) {
        out.append(' ');
        used++;
      }
      out.append(item);
      used += item.length();
    }
    return out.toString();
  }

  /** That a value is one of these. */
  public Expression among(String value, List<String> these) {
    return Logic.among(Expression.of(value), these.stream().map(Expression::of).toList());
  }

  /** A name that is declared, and beside it what it is; above it where it is long. */
  public String declaration(String name, String comment) {
    int column = Math.max(COMMENT_COLUMN, name.length() + 1);
    int room = Printer.WIDTH - INDENT - column - SIGN.length();
    if (room < comment.length() && name.length() > COMMENT_COLUMN) {
      String above = String.join("\n" + SIGN, Comments.wrap(comment, Printer.WIDTH - INDENT - 3));
      return indent(SIGN + above + "\n" + name);
    }
    String beside = String.join("\n" + " ".repeat(column) + SIGN, Comments.wrap(comment, room));
    return indent(name + " ".repeat(column - name.length()) + SIGN + beside);
  }

  private static String indent(String text) {
    String margin = " ".repeat(INDENT);
    return text.lines().map(l -> l.isEmpty() ? l : margin + l).collect(Collectors.joining("\n"));
  }
}
