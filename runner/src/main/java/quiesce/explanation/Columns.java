package quiesce.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import quiesce.emission.Templates;

/**
 * A counterexample as kernel people write a race in a changelog: a column for each CPU, time
 * running down, one event a line, the outcome last.
 */
public final class Columns {
  private static final int WIDEST = 100;
  private static final int MARGIN = 4;

  private final Templates templates;

  public Columns(Templates templates) {
    this.templates = templates;
  }

  /**
   * A line of the picture: what stands in each column; or, with no cell, a remark across all.
   *
   * @param cells padded to the width of their columns
   */
  public record Row(List<String> cells, String remark) {}

  /** A C line that the picture refers to. */
  public record Line(int number, String text) {}

  /** Plain ASCII, at most 100 columns wide for two CPUs. */
  public String render(Counterexample example) {
    SortedSet<Integer> cpus =
        example.events().stream().map(Event::cpu).collect(Collectors.toCollection(TreeSet::new));
    List<Integer> columns = new ArrayList<>(cpus);
    int width =
        columns.size() <= 1 ? WIDEST - MARGIN : Math.max(32, (WIDEST - MARGIN) / columns.size());
    List<Row> rows = new ArrayList<>();
    rows.add(row(columns, width, c -> "CPU " + c));
    rows.add(row(columns, width, c -> "-----"));
    for (Passage p : Passage.of(example)) {
      add(rows, columns, width, p);
    }
    return templates
        .render(
            "trace/columns.txt.ftl",
            Map.of(
                "rows",
                rows,
                "outcome",
                example.property().title() + " violated: " + example.outcome(),
                "lines",
                example.lines().entrySet().stream()
                    .map(l -> new Line(l.getKey(), ascii(l.getValue())))
                    .toList()))
        .lines()
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static void add(List<Row> rows, List<Integer> columns, int width, Passage passage) {
    if (passage instanceof Passage.Head h) {
      String text = h.function() + "()" + h.badge().map(b -> "   [" + b + "]").orElse("");
      rows.add(row(columns, width, c -> c == h.cpu() ? text : ""));
    } else if (passage instanceof Passage.Deed d) {
      String indent = d.harness() ? "" : "  ";
      String reference = d.line().map(l -> "  :" + l).orElse("");
      wrap(indent + ascii(d.note()) + reference, width - 2, indent + "    ")
          .forEach(text -> rows.add(row(columns, width, c -> c == d.cpu() ? text : "")));
    } else {
      String remark =
          passage instanceof Passage.Again
              ? "-- from here on again and again --"
              : "-- and back --";
      rows.add(new Row(List.of(), remark));
    }
  }

  private static Row row(
      List<Integer> columns, int width, java.util.function.IntFunction<String> cell) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String text = cell.apply(columns.get(i));
      boolean isLast = i + 1 == columns.size();
      cells.add(isLast ? text : text + " ".repeat(Math.max(0, width - text.length())));
    }
    return new Row(cells, "");
  }

  private static List<String> wrap(String text, int width, String indent) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (rest.length() > width) {
      int cut = rest.lastIndexOf(' ', width);
      if (cut <= indent.length()) {
        cut = width;
      }
      lines.add(rest.substring(0, cut));
      rest = indent + rest.substring(cut).stripLeading();
    }
    lines.add(rest);
    return lines;
  }

  /** Changelogs are ASCII; a character that is not is shown as its code. */
  private static String ascii(String text) {
    return text.codePoints()
        .mapToObj(
            c ->
                c >= 0x20 && c < 0x7f
                    ? Character.toString(c)
                    : c == '\t' ? " " : String.format("\\u%04x", c))
        .collect(Collectors.joining());
  }
}
