package quiesce.module;

import java.util.List;
import java.util.stream.Collectors;

/** Junction lists, aligned as TLA+ demands. */
final class Layout {
  private Layout() {}

  static String indent(String text, int columns) {
    String margin = " ".repeat(columns);
    return text.lines().map(l -> l.isEmpty() ? l : margin + l).collect(Collectors.joining("\n"));
  }

  /** Puts a text after a bullet; its further lines are aligned with the first one. */
  static String bullet(String bullet, String text) {
    return bullet + " " + indent(text, bullet.length() + 1).stripLeading();
  }

  static String disjunction(List<String> parts) {
    return parts.stream().map(p -> bullet("\\/", p)).collect(Collectors.joining("\n"));
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
    return these.size() == 1
        ? value + " = " + these.get(0)
        : value + " \\in {" + String.join(", ", these) + "}";
  }
}
