package quiesce.emission;

import java.util.List;
import java.util.stream.Collectors;

/** Junction lists, aligned as TLA+ demands. */
final class Layout {
  private Layout() {}

  static String indent(String text, int columns) {
    String margin = " ".repeat(columns);
    return text.lines().map(l -> l.isEmpty() ? l : margin + l).collect(Collectors.joining("\n"));
  }

  /** Puts a text behind a bullet; its further lines are aligned with the first one. */
  static String bullet(String bullet, String text) {
    return bullet + " " + indent(text, bullet.length() + 1).stripLeading();
  }

  static String conjunction(List<String> parts) {
    return parts.stream().map(p -> bullet("/\\", p)).collect(Collectors.joining("\n"));
  }

  static String disjunction(List<String> parts) {
    return parts.stream().map(p -> bullet("\\/", p)).collect(Collectors.joining("\n"));
  }
}
