package quiesce.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import quiesce.engine.tlc.Reason;
import quiesce.explanation.Columns;
import quiesce.template.Templates;
import quiesce.text.Visible;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Verdict;

/**
 * The report for the kernel's test tools: KTAP version 1, as Documentation/dev-tools/ktap.rst
 * defines it. A test is a strategy, its subtests are the properties under each memory model. A test
 * is not ok where exit code 1, 2 or 3 is for it.
 */
public final class KtapReport {
  private static final String VERSION = "KTAP version 1";
  private static final String INDENT = "  ";

  private final Columns columns;

  public KtapReport(Templates templates) {
    this.columns = new Columns(templates);
  }

  /**
   * A file without verdicts, since it was refused.
   *
   * @param problem what is wrong with it, over several lines
   */
  public record Refused(String name, String problem) {}

  /** The outcome of a test, as a directive or a reason. */
  private record Result(boolean ok, String remark, List<String> diagnostics) {
    static Result passed(String remark) {
      return new Result(true, remark, List.of());
    }

    /** Its result line, after its diagnostics. */
    List<String> lines(int number, String name) {
      List<String> lines = new ArrayList<>();
      diagnostics.forEach(line -> lines.add(("# " + line).stripTrailing()));
      lines.add(
          (ok ? "ok " : "not ok ")
              + number
              + " "
              + words(name)
              + (remark.isEmpty() ? "" : " # " + words(remark)));
      return lines;
    }
  }

  /** One document. */
  public String render(CheckReport report, List<Refused> refused) {
    Map<String, List<StrategyVerdicts>> byName =
        report.strategies().stream()
            .collect(
                Collectors.groupingBy(
                    s -> s.subject().name(), LinkedHashMap::new, Collectors.toList()));
    List<String> lines = new ArrayList<>();
    lines.add(VERSION);
    lines.add("1.." + (byName.size() + refused.size()));
    lines.add("# quiesce: " + report.bounds());
    report.notLifted().forEach(line -> lines.add("# quiesce: " + line));
    int number = 1;
    for (Map.Entry<String, List<StrategyVerdicts>> strategy : byName.entrySet()) {
      lines.addAll(strategy(number++, strategy.getKey(), strategy.getValue()));
    }
    for (Refused file : refused) {
      lines.addAll(refused(file).lines(number++, file.name()));
    }
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private List<String> strategy(int number, String name, List<StrategyVerdicts> models) {
    List<String> subtests = new ArrayList<>();
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < models.get(0).properties().size(); i++) {
      for (StrategyVerdicts model : models) {
        PropertyVerdict v = model.properties().get(i);
        Result result = result(model, v);
        results.add(result);
        subtests.addAll(
            result.lines(
                results.size(), v.property().title() + " (" + model.subject().memory() + ")"));
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(INDENT + VERSION);
    lines.add(INDENT + "# Subtest: " + words(name));
    lines.add(INDENT + "1.." + results.size());
    subtests.forEach(line -> lines.add(INDENT + line));
    lines.addAll(together(results).lines(number, name));
    return lines;
  }

  /** A test fails if a subtest does, and is skipped if all are. */
  private static Result together(Collection<Result> subtests) {
    long failed = subtests.stream().filter(r -> !r.ok()).count();
    if (failed > 0) {
      return new Result(false, failed + " of " + subtests.size() + " not ok", List.of());
    }
    return Result.passed(
        subtests.stream().allMatch(r -> r.remark().startsWith("SKIP"))
            ? "SKIP no property is applicable"
            : "");
  }

  private Result result(StrategyVerdicts strategy, PropertyVerdict v) {
    if (v.verdict() instanceof Verdict.Unknown u) {
      String directive = u.reason() == Reason.TIMEOUT ? "TIMEOUT " : "ERROR ";
      return new Result(false, directive + Sentences.firstLine(u.message()), lines(u.message()));
    }
    Optional<Violation> violation = Violation.of(strategy, v);
    if (v.unexpected()) {
      return new Result(
          false,
          Sentences.remark(strategy, v).orElse(""),
          violation
              .map(x -> lines(columns.render(x.counterexample())))
              .orElseGet(() -> neverTaken(strategy, v)));
    } else if (violation.isPresent()) {
      return Result.passed("XFAIL " + Fault.of(violation.get().counterexample()));
    }
    return Result.passed(
        v.verdict() instanceof Verdict.NotApplicable n ? "SKIP " + n.reason() : "");
  }

  private static Result refused(Refused file) {
    return new Result(false, "ERROR " + Sentences.firstLine(file.problem()), lines(file.problem()));
  }

  private static List<String> neverTaken(StrategyVerdicts strategy, PropertyVerdict v) {
    return v.verdict() instanceof Verdict.Holds ? Sentences.neverTaken(strategy) : List.of();
  }

  /** Diagnostics; those of one line are on the result line already. */
  private static List<String> lines(String text) {
    List<String> lines = Visible.of(text).lines().toList();
    return lines.size() < 2 ? List.of() : lines;
  }

  /** Text on one line that neither ends a description nor begins as no description may. */
  private static String words(String text) {
    return Visible.of(text)
        .replaceAll("\\s+", " ")
        .strip()
        .replace("#", "\\u0023")
        .replaceFirst("^-", "\\\\u002d");
  }
}
