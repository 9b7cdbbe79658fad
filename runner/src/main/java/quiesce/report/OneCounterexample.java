package quiesce.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.catalogue.InputException;
import quiesce.explanation.Counterexample;
import quiesce.explanation.Explainer;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Verdict;

/** The counterexample that a form which shows one at a time is to show. */
public final class OneCounterexample {
  private OneCounterexample() {}

  /** A counterexample that can be asked for alone. */
  private record Choice(StrategyVerdicts strategy, PropertyVerdict violated) {
    @Override
    public String toString() {
      return "  --memory %s --property %s"
          .formatted(strategy.subject().memory(), violated.property().title());
    }
  }

  /**
   * The only counterexample of a check; empty if nothing is violated.
   *
   * @throws InputException if there are several, with how to ask for each
   */
  public static Optional<Counterexample> of(CheckReport report) {
    List<Choice> choices = report.strategies().stream().flatMap(OneCounterexample::of).toList();
    if (choices.size() > 1) {
      throw new InputException(
          choices.size()
              + " counterexamples, and this form shows one; choose it:\n"
              + choices.stream().map(Choice::toString).collect(Collectors.joining("\n")));
    }
    return choices.stream().findFirst().map(OneCounterexample::explain);
  }

  private static Stream<Choice> of(StrategyVerdicts strategy) {
    return strategy.properties().stream()
        .filter(v -> v.verdict() instanceof Verdict.Violated)
        .map(v -> new Choice(strategy, v));
  }

  private static Counterexample explain(Choice choice) {
    return Explainer.explain(
        choice.strategy().subject().specification(),
        choice.violated().property(),
        ((Verdict.Violated) choice.violated().verdict()).trace());
  }
}
