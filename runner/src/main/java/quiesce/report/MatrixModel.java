package quiesce.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.property.Property;
import quiesce.text.Visible;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.StrategyVerdicts;

/**
 * Strategies and properties, for the template of the matrix.
 *
 * @param nameWidth of the column of strategies
 * @param headWidth of a property's head
 * @param cellWidth of each property's column
 * @param key what the marks mean that occur
 */
public record MatrixModel(
    int nameWidth,
    int headWidth,
    int cellWidth,
    List<Column> columns,
    List<Row> rows,
    List<String> key,
    List<String> unexpected,
    String bounds,
    String summary) {
  private static final int CELL_WIDTH = 6;
  private static final int MARK_WIDTH = 2;
  private static final int ASCII_MARK_WIDTH = 5;

  private static int markWidth(TextStyle style) {
    return style.ascii() ? ASCII_MARK_WIDTH : MARK_WIDTH;
  }

  /** A property: its head in the matrix, and its name. */
  public record Column(String head, String name) {}

  /**
   * @param cells padded to their width
   * @param states how many distinct ones there are; empty if nobody knows
   */
  public record Row(String name, List<String> cells, String states) {}

  static MatrixModel of(CheckReport report, TextStyle style) {
    List<Column> columns =
        report.properties().stream().map(p -> new Column(ShortName.of(p), p.title())).toList();
    int width = Math.max(CELL_WIDTH, 1 + markWidth(style) * report.memories().size());
    Map<String, List<StrategyVerdicts>> byName = new LinkedHashMap<>();
    report
        .strategies()
        .forEach(s -> byName.computeIfAbsent(s.subject().name(), k -> new ArrayList<>()).add(s));
    List<Row> rows = byName.entrySet().stream().map(e -> row(e, report, style, width)).toList();
    return new MatrixModel(
        rows.stream().mapToInt(r -> r.name().length()).max().orElse(0),
        CELL_WIDTH,
        width,
        columns,
        rows,
        key(report, style),
        TextReport.unexpected(report.strategies()),
        report.bounds(),
        Sentences.summary(report.strategies()));
  }

  /** One strategy under each memory model, side by side. */
  private static Row row(
      Map.Entry<String, List<StrategyVerdicts>> strategy,
      CheckReport report,
      TextStyle style,
      int width) {
    List<String> cells =
        report.properties().stream().map(p -> cell(strategy.getValue(), p, style, width)).toList();
    String states =
        strategy.getValue().stream()
            .map(s -> s.explored().map(c -> String.format(Locale.ROOT, "%,d", c.distinct())))
            .map(s -> s.orElse("-"))
            .collect(Collectors.joining(" "));
    return new Row(Visible.of(strategy.getKey()), cells, states);
  }

  private static String cell(
      List<StrategyVerdicts> strategies, Property property, TextStyle style, int width) {
    boolean alone = strategies.size() == 1;
    StringBuilder text = new StringBuilder();
    for (StrategyVerdicts s : strategies) {
      text.append(
          s.properties().stream()
              .filter(v -> v.property() == property)
              .findFirst()
              .map(v -> cell(v, style, alone ? width : markWidth(style)))
              .orElse(" ".repeat(markWidth(style))));
    }
    return alone
        ? text.toString()
        : text + " ".repeat(width - markWidth(style) * strategies.size());
  }

  private static String cell(PropertyVerdict verdict, TextStyle style, int width) {
    Mark mark = Mark.of(verdict);
    return style.paint(mark.text(style) + (verdict.unexpected() ? "!" : ""), mark, width);
  }

  private static List<String> key(CheckReport report, TextStyle style) {
    Set<Mark> used = report.verdicts().map(Mark::of).collect(Collectors.toSet());
    Stream<String> marks =
        Arrays.stream(Mark.values())
            .filter(used::contains)
            .map(m -> m.text(style) + " " + m.meaning());
    boolean any = report.verdicts().anyMatch(PropertyVerdict::unexpected);
    return Stream.concat(marks, any ? Stream.of("! not as expected") : Stream.of()).toList();
  }
}
