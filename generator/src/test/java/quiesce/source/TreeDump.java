package quiesce.source;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a tree as nested parentheses, one definition or statement a line, with their places. */
final class TreeDump {
  private final StringBuilder out = new StringBuilder();

  private TreeDump() {}

  static String of(Strategy strategy) {
    TreeDump dump = new TreeDump();
    strategy.frontMatter().entries().forEach(e -> dump.node(e, 0));
    strategy.items().forEach(item -> dump.node(item, 0));
    strategy.setAside().forEach(each -> dump.node(each, 0));
    return dump.out.toString();
  }

  /** Without places, for comparing trees of texts that are laid out differently. */
  static String shape(Strategy strategy) {
    return of(strategy).replaceAll(" @\\d+:\\d+", "");
  }

  private void node(Object node, int depth) {
    List<Object> nested = new ArrayList<>();
    List<String> inline = new ArrayList<>();
    for (RecordComponent component : node.getClass().getRecordComponents()) {
      sort(value(node, component), inline, nested);
    }
    out.append("  ".repeat(depth)).append(node.getClass().getSimpleName());
    inline.forEach(text -> out.append(' ').append(text));
    out.append('\n');
    nested.forEach(child -> node(child, depth + 1));
  }

  /** Statements and members go to lines of their own, all the rest stays on the line. */
  private static void sort(Object value, List<String> inline, List<Object> nested) {
    if (value instanceof Statement || value instanceof Item.Member) {
      nested.add(value);
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresentOrElse(v -> sort(v, inline, nested), () -> inline.add("-"));
    } else if (value instanceof List<?> list
        && list.stream().anyMatch(v -> v instanceof Statement || v instanceof Item.Member)) {
      nested.addAll(list);
    } else {
      inline.add(inline(value));
    }
  }

  private static String inline(Object value) {
    if (value instanceof Place place) {
      return "@" + place.line() + ":" + place.column();
    }
    if (value instanceof String text) {
      return text.matches("\\w+") ? text : '"' + text.replace("\n", "\\n") + '"';
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(TreeDump::inline).orElse("-");
    }
    if (value instanceof Type.Int i) {
      return i.unsigned() ? "(Int unsigned)" : "(Int)";
    }
    if (value instanceof Collection<?> all) {
      return all.stream().map(TreeDump::inline).collect(Collectors.joining(" ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(e -> inline(e.getKey()) + "=" + inline(e.getValue()))
          .collect(Collectors.joining(" ", "{", "}"));
    }
    if (value instanceof Record record) {
      List<String> parts = new ArrayList<>(List.of(record.getClass().getSimpleName()));
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        parts.add(inline(value(record, component)));
      }
      return "(" + String.join(" ", parts) + ")";
    }
    return value.toString();
  }

  private static Object value(Object node, RecordComponent component) {
    try {
      return component.getAccessor().invoke(node);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
