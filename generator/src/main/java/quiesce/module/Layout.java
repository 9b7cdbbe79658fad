package quiesce.module;

import java.util.List;
import java.util.stream.Collectors;
import quiesce.tla.Expression;
import quiesce.tla.Logic;

/** Texts that templates write, put together. */
final class Layout {
  private Layout() {}

  static String indent(String text, int columns) {
    String margin = " ".repeat(columns);
    return text.lines().map(l -> l.isEmpty() ? l : margin + l).collect(Collectors.joining("\n"));
  }

  private static List<Expression> trees(List<String> texts) {
    return texts.stream().map(Expression::of).toList();
  }

  private static final int WIDTH = 78;

  /**
   * Items separated by commas, broken into lines of a readable width.
   *
   * @param columns where the list begins, and its further lines
   */
  static String list(List<String> items, int columns) {
    StringBuilder out = new StringBuilder();
    int used = columns;
    for (int i = 0; i < items.size(); i++) {
      String item = items.get(i) + (i + 1 < items.size() ? "," : "");
      if (i > 0 && used + 1 + item.length() > WIDTH) {
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
  static String among(String value, List<String> these) {
    return Logic.among(Expression.of(value), trees(these)).text();
  }

  static String notAmong(String value, List<String> these) {
    return Logic.negated(Logic.among(Expression.of(value), trees(these))).text();
  }
}
