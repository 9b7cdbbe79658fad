package quiesce.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.property.Property;
import quiesce.template.Templates;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Subject;

/**
 * A row for each of many strategies. The order of the rows is settled before; each is printed when
 * it and all before it are decided, so that the text does not depend on which is decided first.
 */
final class GrowingMatrix implements GrowingReport {
  private static final int LEGEND_WIDTH = 44;

  private final Templates templates;
  private final TextStyle style;
  private final MatrixLayout layout;
  private final List<Property> properties;

  /** What is not printed yet: which models a row waits for, and what is decided of it. */
  private final Map<String, Row> left = new LinkedHashMap<>();

  /**
   * @param subjects in the order of their rows
   */
  GrowingMatrix(
      Templates templates, TextStyle style, List<Subject> subjects, List<Property> properties) {
    this.templates = templates;
    this.style = style;
    this.properties = properties;
    Map<String, List<String>> models = new LinkedHashMap<>();
    subjects.forEach(
        s ->
            models.merge(
                s.name(),
                List.of(s.memory()),
                (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
    models.forEach((name, memories) -> left.put(name, new Row(memories, new LinkedHashMap<>())));
    List<String> memories = subjects.stream().map(Subject::memory).distinct().toList();
    this.layout = MatrixLayout.of(style, models.keySet(), memories, properties);
  }

  private record Row(List<String> models, Map<String, StrategyVerdicts> decided) {
    boolean complete() {
      return decided.size() == models.size();
    }

    List<StrategyVerdicts> inOrder() {
      return models.stream().map(decided::get).toList();
    }
  }

  @Override
  public String head() {
    return TextReport.trimmed(layout.head());
  }

  @Override
  public String decided(StrategyVerdicts verdicts) {
    Subject subject = verdicts.subject();
    left.get(subject.name()).decided().put(subject.memory(), verdicts);
    StringBuilder rows = new StringBuilder();
    while (!left.isEmpty() && left.values().iterator().next().complete()) {
      String name = left.keySet().iterator().next();
      rows.append(layout.row(name, left.remove(name).inOrder()));
    }
    return TextReport.trimmed(rows.toString());
  }

  /** The rows that waited for others before them. */
  @Override
  public String soFar() {
    return left.entrySet().stream()
        .filter(row -> row.getValue().complete())
        .map(row -> layout.row(row.getKey(), row.getValue().inOrder()))
        .collect(Collectors.collectingAndThen(Collectors.joining(), TextReport::trimmed));
  }

  @Override
  public String end(CheckReport report) {
    return TextReport.trimmed(
        templates.render(
            "report/matrix.ftl",
            Map.of(
                "key",
                style.fill(layout.key(report)),
                "legend",
                legend(),
                "remarks",
                Stream.concat(
                        TextReport.unexpected(report.strategies()).stream(),
                        report.notLifted().stream())
                    .map(style::wrap)
                    .toList(),
                "bounds",
                style.wrap(report.bounds()),
                "summary",
                style.wrap(Sentences.summary(report.strategies())))));
  }

  /** Short names and titles, in as many columns as there is room for. */
  private List<List<String>> legend() {
    int columns = Math.max(1, (style.width() - 2) / LEGEND_WIDTH);
    List<String> entries =
        properties.stream().map(p -> "%-6s%-38s".formatted(p.shortName(), p.title())).toList();
    return Stream.iterate(0, i -> i < entries.size(), i -> i + columns)
        .map(i -> entries.subList(i, Math.min(entries.size(), i + columns)))
        .toList();
  }
}
