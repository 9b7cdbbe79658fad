package quiesce.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import quiesce.property.Property;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.Scope;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.UntakenStep;
import quiesce.verdict.Verdict;

/** What comes of the check of one strategy, under all memory models that were asked for. */
final class Conclusion {
  private final CheckReport report;

  private Conclusion(CheckReport report) {
    this.report = report;
  }

  /** In a line, for example {@code unsafe: use after teardown, line 32; under tso and weak}. */
  static String of(CheckReport report) {
    return new Conclusion(report).text();
  }

  private String text() {
    List<Violation> violations = Violation.of(report);
    if (!violations.isEmpty()) {
      return unsafe(violations);
    } else if (any(PropertyVerdict::unknown)) {
      return "undecided: "
          + first(PropertyVerdict::unknown)
          + "; "
          + under(PropertyVerdict::unknown);
    } else if (report.strategies().size() < report.options().size()) {
      return "undecided: the check was interrupted";
    } else if (any(Conclusion::vacuous)) {
      return "vacuous: not reached: "
          + first(Conclusion::vacuous)
          + "; "
          + under(Conclusion::vacuous);
    }
    return passes();
  }

  /** The first of the strongest memory model: it can happen under the others too. */
  private String unsafe(List<Violation> violations) {
    Violation gravest = violations.get(0);
    int others = Cause.of(report).size() - 1;
    return "unsafe: "
        + Fault.of(gravest.counterexample())
        + ";"
        + Sentences.cpus(gravest.verdict())
        + " "
        + Models.under(
            violations.stream()
                .filter(v -> v.property() == gravest.property())
                .map(Violation::memory)
                .toList())
        + (others == 0 ? "" : "; %d more %s".formatted(others, others == 1 ? "fault" : "faults"));
  }

  private String passes() {
    List<Property> holding =
        report
            .verdicts()
            .filter(v -> v.verdict() instanceof Verdict.Holds)
            .map(PropertyVerdict::property)
            .distinct()
            .toList();
    if (holding.isEmpty()) {
      return "not applicable: the strategy exercises none of the properties";
    }
    // Less than everything is no reason to call it safe.
    boolean everything = report.properties().size() == Property.values().length;
    String what =
        everything
            ? "safe: "
            : holding.stream()
                .map(Property::title)
                .collect(Collectors.joining(", ", "holds: ", "; "));
    Map<String, List<String>> models = new LinkedHashMap<>();
    for (StrategyVerdicts s : report.strategies()) {
      scope(s)
          .ifPresent(
              scope ->
                  models.computeIfAbsent(scope, k -> new ArrayList<>()).add(s.subject().memory()));
    }
    String join = models.size() == 1 ? "; " : " ";
    return what
        + models.entrySet().stream()
            .map(e -> e.getKey() + join + Models.under(e.getValue()))
            .collect(Collectors.joining("; "));
  }

  /** What all passes of a strategy are for. */
  private static Optional<String> scope(StrategyVerdicts strategy) {
    boolean several = Scope.texts(strategy.properties().stream()).count() > 1;
    return Scope.weakest(strategy.properties().stream())
        .map(weakest -> weakest.text() + (several ? " (in part any number)" : ""));
  }

  private boolean any(Predicate<PropertyVerdict> which) {
    return report.verdicts().anyMatch(which);
  }

  private String under(Predicate<PropertyVerdict> which) {
    return Models.under(
        report.strategies().stream()
            .filter(s -> s.properties().stream().anyMatch(which))
            .map(s -> s.subject().memory())
            .toList());
  }

  /** Why there is no answer. */
  private String first(Predicate<PropertyVerdict> which) {
    Verdict verdict = report.verdicts().filter(which).findFirst().get().verdict();
    return verdict instanceof Verdict.Unknown u
        ? Sentences.firstLine(u.message())
        : ((Verdict.Holds) verdict)
            .neverTaken().stream().findFirst().map(Conclusion::place).orElse("");
  }

  private static String place(UntakenStep step) {
    return step.line() == 0 ? step.text() : step.function() + "() line " + step.line();
  }

  private static boolean vacuous(PropertyVerdict v) {
    return v.verdict() instanceof Verdict.Holds h && h.vacuous();
  }
}
