package quiesce.verdict;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.Reason;
import quiesce.engine.tlc.TlcResult;
import quiesce.module.Specification;
import quiesce.property.Property;

/**
 * Looks for a violation with one CPU more than there were. What is violated for any number of CPUs
 * and holds with two is either an artefact of crowds or needs more CPUs than two.
 */
final class MoreCpus {
  /** Found in a few seconds. The number is in docs/machine.md. */
  private static final int MOST_STATES = 10_000;

  private final TlcRuns runs;
  private final Specification specification;
  private final Decisions decisions;
  private final Function<Property, Optional<String>> whyNotLifted;

  MoreCpus(
      TlcRuns runs,
      Subject subject,
      Decisions decisions,
      Function<Property, Optional<String>> whyNotLifted) {
    int cpus = subject.options().cpus().number() + 1;
    this.specification = subject.specifications().with(cpus);
    this.runs = runs.of(specification);
    this.decisions = decisions;
    this.whyNotLifted = whyNotLifted;
  }

  /**
   * Decides again about properties that hold with fewer CPUs: they are violated, or hold with this
   * number, too. Where there are too many states to explore all, the verdict stays.
   */
  void search(Set<Property> properties) {
    EnumSet<Property> left = EnumSet.copyOf(properties);
    for (int run = 1; !left.isEmpty(); run++) {
      TlcResult result =
          runs.search(
              Configurations.keeping(left, specification.safety()),
              MOST_STATES,
              run == 1 ? "more-cpus" : "more-cpus-" + run);
      if (result.outcome() instanceof Outcome.InvariantViolated v
          && Property.named(v.invariant()).filter(left::contains).isPresent()) {
        Property violated = Property.named(v.invariant()).get();
        decisions.decide(violated, new Verdict.Violated(v.trace(), specification), result);
        left.remove(violated);
        continue;
      } else if (result.outcome() instanceof Outcome.Passed) {
        hold(left, result);
      } else if (result.outcome() instanceof Outcome.Failed f) {
        failed(left, f, result);
      }
      return;
    }
  }

  /** A search that had too little time leaves the verdicts as they are. */
  private void failed(Set<Property> properties, Outcome.Failed failure, TlcResult result) {
    if (ShuttingDown.isWhy(failure.reason())) {
      throw new InterruptedCheck();
    } else if (failure.reason() != Reason.TIMEOUT) {
      Verdict unknown = new Verdict.Unknown(failure.reason(), runs.explain(failure));
      properties.forEach(p -> decisions.decide(p, unknown, result));
    }
  }

  private void hold(Set<Property> properties, TlcResult result) {
    List<UntakenStep> never = Vacuity.of(specification, result.coverage());
    Scope scope = Scope.of(specification);
    for (Property p : properties) {
      Verdict holds = new Verdict.Holds(never, scope.notLifted(whyNotLifted.apply(p)));
      decisions.decide(p, holds, result);
    }
  }
}
