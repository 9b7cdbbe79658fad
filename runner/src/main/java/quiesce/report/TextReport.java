package quiesce.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.emission.Templates;
import quiesce.verdict.StrategyVerdicts;

/** The report for people: a matrix, or a page for a single strategy. */
public final class TextReport {
  private final Templates templates;
  private final TextStyle style;

  public TextReport(Templates templates, TextStyle style) {
    this.templates = templates;
    this.style = style;
  }

  /** Lines, the last one with its end. */
  public String render(CheckReport report) {
    boolean one = report.strategies().stream().map(v -> v.subject().name()).distinct().count() == 1;
    String text =
        one
            ? report.strategies().stream()
                .map(v -> PageModel.of(report, v, style))
                .map(page -> templates.render("report/strategy.ftl", Map.of("page", page)))
                .collect(Collectors.joining("\n"))
            : templates.render(
                "report/matrix.ftl", Map.of("matrix", MatrixModel.of(report, style)));
    return text.lines().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n"));
  }

  /** One line for each verdict that somebody should look at. */
  static List<String> unexpected(List<StrategyVerdicts> strategies) {
    return strategies.stream()
        .flatMap(s -> Stream.concat(unexpected(s), Sentences.neverTaken(s).stream()))
        .toList();
  }

  private static Stream<String> unexpected(StrategyVerdicts strategy) {
    return strategy.properties().stream()
        .filter(v -> v.unexpected() || v.unknown())
        .map(v -> Sentences.name(strategy) + ": " + Sentences.unexpected(v));
  }
}
