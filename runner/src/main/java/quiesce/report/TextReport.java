package quiesce.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.module.Options;
import quiesce.property.Property;
import quiesce.template.Templates;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Subject;

/** The report for people: a matrix, or a page for a single strategy. */
public final class TextReport {
  private final Templates templates;
  private final TextStyle style;

  public TextReport(Templates templates, TextStyle style) {
    this.templates = templates;
    this.style = style;
  }

  /**
   * A matrix whose rows come in the order of the subjects, or a page.
   *
   * @param options one for each memory model
   */
  public GrowingReport growing(
      List<Subject> subjects, Collection<Property> wanted, List<Options> options) {
    boolean one = subjects.stream().map(Subject::name).distinct().count() == 1;
    return one
        ? new GrowingPage(templates, style, options, new ArrayList<>())
        : new GrowingMatrix(templates, style, subjects, wanted.stream().sorted().toList());
  }

  /** Lines, the last one with its end. */
  public String render(CheckReport report) {
    GrowingReport growing =
        growing(
            report.strategies().stream().map(StrategyVerdicts::subject).toList(),
            report.properties(),
            report.options());
    StringBuilder text = new StringBuilder(growing.head());
    report.strategies().forEach(s -> text.append(growing.decided(s)));
    return text.append(growing.end(report)).toString();
  }

  static String trimmed(String text) {
    return text.lines().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining());
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
