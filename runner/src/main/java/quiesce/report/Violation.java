package quiesce.report;

import java.util.List;
import java.util.Optional;
import quiesce.engine.tlc.Trace;
import quiesce.explanation.Counterexample;
import quiesce.explanation.Explainer;
import quiesce.property.Property;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Verdict;

/**
 * A property that a strategy violates under one memory model.
 *
 * @param unexpected whether the strategy does not declare it
 */
public record Violation(
    StrategyVerdicts strategy, Property property, boolean unexpected, Trace trace) {

  /** All violations of a check, in the order of the report. */
  public static List<Violation> of(CheckReport report) {
    return report.strategies().stream()
        .flatMap(s -> s.properties().stream().flatMap(v -> of(s, v).stream()))
        .toList();
  }

  /** The violation that the verdict reports, if it does. */
  public static Optional<Violation> of(StrategyVerdicts strategy, PropertyVerdict v) {
    return v.verdict() instanceof Verdict.Violated violated
        ? Optional.of(new Violation(strategy, v.property(), v.unexpected(), violated.trace()))
        : Optional.empty();
  }

  /** How it comes about, in C lines, CPUs and contexts. */
  public Counterexample counterexample() {
    return Explainer.explain(strategy.subject().specification(), property, trace);
  }

  /** The memory model. */
  public String memory() {
    return strategy.subject().memory();
  }
}
