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
    StrategyVerdicts strategy, Property property, boolean unexpected, Verdict.Violated verdict) {

  /** All violations of a check, in the order of the report. */
  public static List<Violation> of(CheckReport report) {
    return report.strategies().stream()
        .flatMap(s -> s.properties().stream().flatMap(v -> of(s, v).stream()))
        .toList();
  }

  /** The violation that the verdict reports, if it does. */
  public static Optional<Violation> of(StrategyVerdicts strategy, PropertyVerdict v) {
    return v.verdict() instanceof Verdict.Violated violated
        ? Optional.of(new Violation(strategy, v.property(), v.unexpected(), violated))
        : Optional.empty();
  }

  /** How it comes about, in C lines, CPUs and contexts. */
  public Counterexample counterexample() {
    return Explainer.explain(verdict.specification(), property, verdict.trace());
  }

  /** The states that it comes about in. */
  public Trace trace() {
    return verdict.trace();
  }

  /** The memory model. */
  public String memory() {
    return strategy.subject().memory();
  }
}
