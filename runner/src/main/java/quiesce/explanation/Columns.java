package quiesce.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import quiesce.template.Templates;
import quiesce.text.Wrap;

/**
 * A counterexample as kernel people write a race in a changelog: a column for each CPU, time
 * running down, one event a line, the outcome last.
 */
public final class Columns {
  private static final int WIDEST = 100;
  private static final int MARGIN = 4;

  /** Narrower than this, no column is of any use. */
  private static final int NARROWEST = 32;

  /** So that the heads of columns do not run into each other. */
  private static final int NEAREST = 6;

  private final Templates templates;
  private final int widest;
  private final int longest;

  /** For documents: lines of C, and the outcome, are as long as they are. */
  public Columns(Templates templates) {
    this(templates, WIDEST, Integer.MAX_VALUE);
  }

  /**
   * @param widest line
   */
  public Columns(Templates templates, int widest) {
    this(templates, widest, widest);
  }

  private Columns(Templates templates, int widest, int longest) {
    this.templates = templates;
    this.widest = widest;
    this.longest = longest;
  }

  /**
   * Where the columns are. A line has one event only, so that one whose column is narrow reaches
   * into those after it.
   *
   * @param step from the begin of a column to that of the next
   * @param room of the first column
   */
  private record Layout(List<Integer> cpus, int step, int room) {
    static Layout of(List<Integer> cpus, int width) {
      int even = cpus.size() <= 1 ? width : width / cpus.size();
      return even >= NARROWEST
          ? new Layout(cpus, even, 0)
          : new Layout(cpus, Math.max(NEAREST, (width - NARROWEST) / (cpus.size() - 1)), width);
    }

    int room(int cpu) {
      return room == 0 ? step - 2 : Math.max(NEAREST, room - cpus.indexOf(cpu) * step);
    }

    Row row(IntFunction<String> cell) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < cpus.size(); i++) {
        String text = cell.apply(cpus.get(i));
        boolean isLast = i + 1 == cpus.size();
        cells.add(isLast ? text : text + " ".repeat(Math.max(0, step - text.length())));
      }
      return new Row(cells, "");
    }
  }

  /**
   * A line of the picture: the text of each column; or, with no cell, a remark across all.
   *
   * @param cells padded to the width of their columns
   */
  public record Row(List<String> cells, String remark) {}

  /** A C line that the picture refers to; over several if it is wide. */
  public record Line(int number, List<String> text) {}

  /** Plain ASCII. */
  public String render(Counterexample example) {
    SortedSet<Integer> cpus =
        example.events().stream().map(Event::cpu).collect(Collectors.toCollection(TreeSet::new));
    Layout layout = Layout.of(new ArrayList<>(cpus), widest - MARGIN);
    List<Row> rows = new ArrayList<>();
    rows.add(layout.row(c -> "CPU " + c));
    rows.add(layout.row(c -> "-----"));
    for (Passage p : Passage.of(example)) {
      add(rows, layout, p);
    }
    String outcome = example.property().title() + " violated: " + example.outcome();
    return templates
        .render(
            "trace/columns.txt.ftl",
            Map.of(
                "rows",
                rows,
                "outcome",
                Wrap.lines("*** " + outcome + " ***", longest - MARGIN, "    "),
                "lines",
                example.lines().entrySet().stream().map(this::line).toList()))
        .lines()
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private Line line(Map.Entry<Integer, String> line) {
    return new Line(
        line.getKey(),
        Wrap.lines(ascii(line.getValue()), longest - MARGIN - NEAREST, " ".repeat(MARGIN)));
  }

  private static void add(List<Row> rows, Layout layout, Passage passage) {
    if (passage instanceof Passage.Head h) {
      String text = h.function() + "()" + h.badge().map(b -> "   [" + b + "]").orElse("");
      add(rows, layout, h.cpu(), text, "    ");
    } else if (passage instanceof Passage.Deed d) {
      String indent = d.harness() ? "" : "  ";
      String reference = d.line().map(l -> "  :" + l).orElse("");
      add(rows, layout, d.cpu(), indent + ascii(d.note()) + reference, indent + "    ");
    } else {
      String remark =
          passage instanceof Passage.Again
              ? "-- from here on again and again --"
              : "-- and back --";
      rows.add(new Row(List.of(), remark));
    }
  }

  private static void add(List<Row> rows, Layout layout, int cpu, String text, String indent) {
    Wrap.lines(text, layout.room(cpu), indent)
        .forEach(line -> rows.add(layout.row(c -> c == cpu ? line : "")));
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
