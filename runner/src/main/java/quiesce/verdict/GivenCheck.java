package quiesce.verdict;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import quiesce.engine.tlc.Counts;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.Reason;
import quiesce.engine.tlc.TlcResult;
import quiesce.engine.tlc.Trace;
import quiesce.memory.MemoryModel;
import quiesce.module.Specification;
import quiesce.property.Property;

/**
 * The check of what is left with the numbers that are given. TLC stops at the first violation, so
 * what is violated is left out and the rest checked again, until a run explores everything: no
 * violation hides another.
 */
final class GivenCheck {
  /** The invariant of strategies that calculate: docs/decisions/0043. */
  private static final String NUMBERS = "NumbersWithinBounds";

  private final TlcRuns runs;
  private final Specification specification;
  private final Decisions decisions;
  private final Function<Property, Optional<String>> whyNotLifted;
  private final Scope scope;
  private Optional<TlcResult> complete = Optional.empty();
  private boolean walkedEverywhere;
  private boolean failed;

  /**
   * @param whyNotLifted what keeps a property from being proved for any number, where that was
   *     asked for
   */
  GivenCheck(
      TlcRuns runs,
      Specification specification,
      Decisions decisions,
      Function<Property, Optional<String>> whyNotLifted) {
    this.runs = runs.of(specification);
    this.specification = specification;
    this.decisions = decisions;
    this.whyNotLifted = whyNotLifted;
    this.scope = Scope.of(specification);
  }

  /**
   * Decides all that is left.
   *
   * @return what the run counted that explored every state, if one did
   */
  Optional<Counts> explored() {
    EnumSet<Property> left = decisions.undecided(p -> true);
    walk();
    safety(decisions.undecided(p -> !p.liveness()));
    liveness(decisions.undecided(Property::liveness));
    complete
        .filter(run -> !walkedEverywhere)
        .ifPresent(run -> decisions.markVacuous(left, Vacuity.of(specification, run.coverage())));
    return complete.map(TlcResult::counts);
  }

  /**
   * Counting actions takes up to a fifth of TLC's time, and all that is asked of it is whether each
   * was ever taken. Of a large state space some behaviours mostly show that.
   */
  private void walk() {
    if (!Estimate.mayTakeLong(specification)) {
      return;
    }
    String configuration = Configurations.keeping(Set.of(), specification.safety());
    TlcResult result = runs.walk(configuration, "walk");
    walkedEverywhere =
        result.outcome() instanceof Outcome.Walked
            && Vacuity.of(specification, result.coverage()).isEmpty();
  }

  private void safety(EnumSet<Property> left) {
    for (int run = 1; !left.isEmpty() && !failed; run++) {
      String configuration = Configurations.keeping(left, specification.safety());
      TlcResult result =
          runs.run(configuration, !walkedEverywhere, run == 1 ? "safety" : "safety-" + run);
      if (result.outcome() instanceof Outcome.Passed) {
        passed(left, result);
        return;
      } else if (result.outcome() instanceof Outcome.InvariantViolated violated) {
        Optional<Property> property = Property.named(violated.invariant()).filter(left::contains);
        if (property.isPresent()) {
          Trace trace = shortest(property.get(), violated.trace());
          decide(property.get(), new Verdict.Violated(trace, specification), result);
          left.remove(property.get());
          if (decisions.enough()) {
            return;
          }
          continue;
        }
      }
      giveUp(result);
    }
  }

  /** One worker explores level by level; of several, one may be ahead of the others. */
  private Trace shortest(Property violated, Trace found) {
    if (runs.workers() == 1) {
      return found;
    }
    String configuration = Configurations.keeping(EnumSet.of(violated), specification.safety());
    TlcResult alone = runs.byOneWorker(configuration, false, violated.title());
    return alone.outcome() instanceof Outcome.InvariantViolated v ? v.trace() : found;
  }

  private void liveness(EnumSet<Property> left) {
    if (left.isEmpty() || failed || decisions.enough()) {
      return;
    }
    if (complete.isPresent() && specification.comesToAnEnd(decisions::holds)) {
      passed(left, complete.get());
      return;
    }
    TlcResult result = liveness(left, left.size() == 1 ? only(left).title() : "liveness");
    if (result.outcome() instanceof Outcome.Passed) {
      passed(left, result);
    } else if (!(result.outcome() instanceof Outcome.PropertyViolated violated)) {
      giveUp(result);
    } else if (left.size() == 1) {
      decide(only(left), new Verdict.Violated(violated.trace(), specification), result);
    } else {
      eachAlone(List.copyOf(left), result, violated.trace());
    }
  }

  /** TLC does not say which property the trace violates: the last one, if no other is violated. */
  private void eachAlone(List<Property> properties, TlcResult together, Trace trace) {
    List<Property> others = properties.subList(0, properties.size() - 1);
    others.forEach(p -> liveness(EnumSet.of(p)));
    Property last = properties.get(properties.size() - 1);
    if (others.stream().allMatch(decisions::holds)) {
      decide(last, new Verdict.Violated(trace, specification), together);
    } else {
      liveness(EnumSet.of(last));
    }
  }

  private TlcResult liveness(EnumSet<Property> left, String label) {
    // Coverage is for vacuity, which a simulation or a complete safety run has counted already.
    String configuration =
        Configurations.keeping(
            left,
            specification
                .liveness()
                .orElseThrow(() -> new IllegalStateException("no liveness configuration")));
    // Several workers can miss a violation: tlaplus issue 971.
    return runs.byOneWorker(configuration, !walkedEverywhere && complete.isEmpty(), label);
  }

  private static Property only(EnumSet<Property> one) {
    return one.iterator().next();
  }

  private void passed(Set<Property> holding, TlcResult result) {
    holding.forEach(
        p ->
            decide(
                p, new Verdict.Holds(List.of(), scope.notLifted(whyNotLifted.apply(p))), result));
    complete = complete.or(() -> Optional.of(result));
  }

  private void giveUp(TlcResult result) {
    Verdict.Unknown unknown = unknown(result.outcome());
    if (ShuttingDown.isWhy(unknown.reason())) {
      throw new InterruptedCheck();
    }
    failed = true;
    decisions.undecided(p -> true).forEach(p -> decide(p, unknown, result));
  }

  private Verdict.Unknown unknown(Outcome outcome) {
    if (outcome instanceof Outcome.InvariantViolated v && v.invariant().equals(NUMBERS)) {
      return new Verdict.Unknown(
          Reason.OTHER,
          "a number grows without end, or far beyond what the strategy names: count with what goes"
              + " down again, or write a bool for whether it happened");
    } else if (outcome instanceof Outcome.InvariantViolated v) {
      Optional<MemoryModel.Bound> bound =
          specification.options().chosen().bound().filter(b -> b.invariant().equals(v.invariant()));
      if (bound.isPresent()) {
        return new Verdict.Unknown(Reason.OTHER, bound.get().exceeded());
      }
    }
    if (outcome instanceof Outcome.Failed failure) {
      return new Verdict.Unknown(failure.reason(), runs.explain(failure));
    }
    return new Verdict.Unknown(
        Reason.OTHER, "TLC reports what was not asked for: " + outcome.getClass().getSimpleName());
  }

  private void decide(Property property, Verdict verdict, TlcResult result) {
    decisions.decide(property, verdict, result);
  }
}
