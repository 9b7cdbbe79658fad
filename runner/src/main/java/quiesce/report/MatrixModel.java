package quiesce.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.property.Property;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.StrategyVerdicts;

/**
 * Strategies and properties, for the template of the matrix.
 *
 * @param nameWidth of the column of strategies
 * @param cellWidth of each property's
 * @param key what the marks mean that occur
 */
public record MatrixModel(
    int nameWidth,
    int cellWidth,
    List<Column> columns,
    List<Row> rows,
    List<String> key,
    List<String> unexpected,
    String bounds,
    String summary) {
  private static final int CELL_WIDTH = 6;

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
    List<Row> rows = report.strategies().stream().map(s -> row(s, report, style)).toList();
    return new MatrixModel(
        rows.stream().mapToInt(r -> r.name().length()).max().orElse(0),
        CELL_WIDTH,
        columns,
        rows,
        key(report, style),
        TextReport.unexpected(report.strategies()),
        report.bounds(),
        Sentences.summary(report.strategies()));
  }

  private static Row row(StrategyVerdicts strategy, CheckReport report, TextStyle style) {
    List<String> cells = report.properties().stream().map(p -> cell(strategy, p, style)).toList();
    String states =
        strategy.explored().map(c -> String.format(Locale.ROOT, "%,d", c.distinct())).orElse("");
    return new Row(strategy.subject().name(), cells, states);
  }

  private static String cell(StrategyVerdicts strategy, Property property, TextStyle style) {
    return strategy.properties().stream()
        .filter(v -> v.property() == property)
        .findFirst()
        .map(v -> cell(v, style))
        .orElse(" ".repeat(CELL_WIDTH));
  }

  private static String cell(PropertyVerdict verdict, TextStyle style) {
    Mark mark = Mark.of(verdict);
    return style.paint(mark.text(style) + (verdict.unexpected() ? "!" : ""), mark, CELL_WIDTH);
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
