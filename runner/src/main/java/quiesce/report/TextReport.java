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
    String text =
        report.strategies().size() == 1
            ? templates.render("report/strategy.ftl", Map.of("page", PageModel.of(report, style)))
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
        .map(v -> strategy.subject().name() + ": " + Sentences.unexpected(v));
  }
}
