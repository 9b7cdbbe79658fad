package quiesce.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.property.Property;
import quiesce.verdict.StrategyVerdicts;

/**
 * Strategies and properties, for templates of documents.
 *
 * @param key what the marks mean that occur
 * @param remarks what the marks do not say
 */
public record MatrixModel(
    List<Column> columns,
    List<Row> rows,
    List<String> key,
    List<String> remarks,
    String bounds,
    String summary) {

  /** A property: its head in the matrix, and its name. */
  public record Column(String head, String name) {}

  /**
   * @param cells with a mark for each memory model
   * @param states how many distinct ones there are under each
   */
  public record Row(String name, List<String> cells, String states) {}

  static MatrixModel of(CheckReport report, TextStyle style) {
    Map<String, List<StrategyVerdicts>> byName = new LinkedHashMap<>();
    report
        .strategies()
        .forEach(s -> byName.computeIfAbsent(s.subject().name(), k -> new ArrayList<>()).add(s));
    return new MatrixModel(
        report.properties().stream().map(p -> new Column(p.shortName(), p.title())).toList(),
        byName.entrySet().stream()
            .map(e -> row(e.getKey(), e.getValue(), report.properties(), style))
            .toList(),
        Mark.key(report.verdicts().toList(), style),
        Stream.concat(
                TextReport.unexpected(report.strategies()).stream(), report.notLifted().stream())
            .toList(),
        report.bounds(),
        Sentences.summary(report.strategies()));
  }

  private static Row row(
      String name, List<StrategyVerdicts> models, List<Property> properties, TextStyle style) {
    return new Row(
        name,
        properties.stream().map(p -> cell(models, p, style)).toList(),
        models.stream()
            .map(s -> s.explored().map(c -> String.format(Locale.ROOT, "%,d", c.distinct())))
            .map(s -> s.orElse("-"))
            .collect(Collectors.joining(" ")));
  }

  private static String cell(List<StrategyVerdicts> models, Property property, TextStyle style) {
    return models.stream()
        .map(s -> VerdictSentence.verdict(s, property))
        .map(v -> Mark.cell(v, style, 0))
        .collect(Collectors.joining(" "));
  }
}
