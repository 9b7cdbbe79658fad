package quiesce.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import quiesce.engine.tlc.Counts;
import quiesce.explanation.Columns;
import quiesce.template.Templates;
import quiesce.text.Visible;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Verdict;

/**
 * The report for CI servers, which read JUnit's XML: a test suite for each strategy and memory
 * model, a test case for each property. A case fails where the verdict is one that exit code 1 is
 * for, and has an error where it is one that exit code 3 is for.
 */
public final class JunitReport {
  private static final double MILLIS_PER_SECOND = 1000.0;

  private final Templates templates;
  private final Columns columns;

  public JunitReport(Templates templates) {
    this.templates = templates;
    this.columns = new Columns(templates);
  }

  /** All suites together. */
  public record Totals(long tests, long failures, long errors, String seconds) {}

  /**
   * A test suite.
   *
   * @param file the strategy, relative to the working directory
   * @param notLifted which passes are for given numbers though any was asked for
   * @param seconds all of TLC's runs together
   */
  public record Suite(
      String name,
      String file,
      String title,
      String bounds,
      List<String> notLifted,
      String seconds,
      List<Case> cases,
      long failures,
      long errors,
      long skipped) {}

  /**
   * A test case.
   *
   * @param seconds the run that decided it; several cases may share one
   */
  public record Case(String className, String name, String seconds, Result result) {}

  /**
   * How a test case ended.
   *
   * @param element the element that says so
   * @param type of verdict; empty for a pass
   * @param message in one line; empty for a pass
   * @param text everything else, over several lines
   */
  public record Result(String element, String type, String message, String text) {
    private static final Result PASSED = new Result("", "", "", "");

    static Result of(String element, Verdict verdict, String message, String text) {
      return new Result(
          element, verdict.title(), Visible.of(Sentences.firstLine(message)), Visible.of(text));
    }
  }

  /** One document. */
  public String render(CheckReport report) {
    List<Suite> suites = report.strategies().stream().map(s -> suite(report, s)).toList();
    return templates.render(
        "report/junit.xml.ftlx", Map.of("suites", suites, "totals", totals(report, suites)));
  }

  private static Totals totals(CheckReport report, List<Suite> suites) {
    return new Totals(
        suites.stream().mapToLong(s -> s.cases().size()).sum(),
        suites.stream().mapToLong(Suite::failures).sum(),
        suites.stream().mapToLong(Suite::errors).sum(),
        seconds(
            report.strategies().stream()
                .map(JunitReport::runs)
                .reduce(Duration.ZERO, Duration::plus)));
  }

  private Suite suite(CheckReport report, StrategyVerdicts strategy) {
    String className = "quiesce." + strategy.subject().name() + "." + strategy.subject().memory();
    List<Case> cases =
        strategy.properties().stream()
            .map(
                v ->
                    new Case(
                        className, v.property().title(), seconds(v.elapsed()), result(strategy, v)))
            .toList();
    return new Suite(
        Sentences.name(strategy),
        Visible.of(Sources.path(strategy).toString()),
        Visible.of(Sources.title(strategy)),
        report.boundsOf(strategy),
        report.notLifted(strategy),
        seconds(runs(strategy)),
        cases,
        count(cases, "failure"),
        count(cases, "error"),
        count(cases, "skipped"));
  }

  private static long count(List<Case> cases, String element) {
    return cases.stream().filter(c -> c.result().element().equals(element)).count();
  }

  private Result result(StrategyVerdicts strategy, PropertyVerdict v) {
    Verdict verdict = v.verdict();
    if (verdict instanceof Verdict.Unknown u) {
      return Result.of("error", verdict, u.message(), u.message());
    } else if (verdict instanceof Verdict.Violated) {
      // What the file declares is no failure, but worth a look.
      return Result.of(
          v.unexpected() ? "failure" : "system-out",
          verdict,
          Sentences.unexpected(v) + (v.unexpected() ? "" : ", as the strategy expects"),
          Violation.of(strategy, v)
              .map(violation -> columns.render(violation.counterexample()))
              .orElse(""));
    } else if (v.unexpected()) {
      return Result.of(
          "failure",
          verdict,
          Sentences.unexpected(v),
          verdict instanceof Verdict.Holds
              ? String.join("\n", Sentences.neverTaken(strategy))
              : "");
    }
    return verdict instanceof Verdict.NotApplicable n
        ? Result.of("skipped", verdict, n.reason(), "")
        : Result.PASSED;
  }

  /** A run of TLC; the properties that it decided share what it counted and its time. */
  private record Run(Counts counts, Duration elapsed) {}

  private static Duration runs(StrategyVerdicts strategy) {
    return strategy.properties().stream()
        .map(v -> new Run(v.counts(), v.elapsed()))
        .distinct()
        .map(Run::elapsed)
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toMillis() / MILLIS_PER_SECOND);
  }
}
