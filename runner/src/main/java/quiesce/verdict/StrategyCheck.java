package quiesce.verdict;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import quiesce.engine.tlc.Counts;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.Reason;
import quiesce.engine.tlc.TlcResult;
import quiesce.engine.tlc.Trace;
import quiesce.memory.MemoryModel;
import quiesce.module.Specification;
import quiesce.property.Property;

/**
 * The plan for one strategy. TLC stops at the first violation, so what is violated is left out and
 * the rest checked again, until a run explores everything: no violation hides another.
 */
final class StrategyCheck {
  /** The invariant of strategies that calculate: docs/decisions/0043. */
  private static final String NUMBERS = "NumbersWithinBounds";

  /** Why a pass of what must come about is one for the numbers that are given. */
  private static final String LIVENESS =
      "any number would need all safety properties to hold, and each hang to be a deadlock";

  private final TlcRuns runs;
  private final Subject subject;
  private final Specification specification;
  private final Set<Property> wanted;
  private final Map<Property, PropertyVerdict> verdicts = new EnumMap<>(Property.class);
  private Optional<TlcResult> complete = Optional.empty();
  private Optional<Counts> explored = Optional.empty();
  private Scope scope;
  private boolean walkedEverywhere;
  private boolean failed;

  StrategyCheck(TlcRuns runs, Subject subject, Set<Property> wanted) {
    this.runs = runs;
    this.subject = subject;
    this.specification = subject.specification();
    this.wanted = wanted;
    this.scope = Scope.of(specification.options());
  }

  StrategyVerdicts verdicts() {
    for (Property p : wanted) {
      if (!specification.applies(p)) {
        Verdict verdict = new Verdict.NotApplicable(specification.notApplicable().get(p));
        decide(p, verdict, Counts.NONE, Duration.ZERO);
      }
    }
    if (subject.lifted() instanceof Lifted.To to) {
      lift(to.specification());
    } else if (subject.lifted() instanceof Lifted.Not not) {
      scope = scope.notLifted(not.why());
    }
    walk();
    safety(undecided(p -> !p.liveness()));
    if (subject.lifted() instanceof Lifted.To) {
      scope = scope.notLifted(LIVENESS);
    }
    liveness(undecided(Property::liveness));
    complete
        .filter(run -> !walkedEverywhere)
        .ifPresent(run -> markVacuous(Vacuity.of(specification, run.coverage())));
    List<PropertyVerdict> inOrder =
        Arrays.stream(Property.values()).filter(wanted::contains).map(verdicts::get).toList();
    return new StrategyVerdicts(
        subject, inOrder, explored.or(() -> complete.map(TlcResult::counts)));
  }

  /** Decides what holds for any number; the rest is left. */
  private void lift(Specification lifted) {
    LiftedCheck.Result result = new LiftedCheck(runs.of(lifted), lifted).result();
    scope = scope.notLifted(result.why());
    if (result.complete().isEmpty()) {
      return;
    }
    TlcResult run = result.complete().get();
    EnumSet<Property> holding = undecided(result.holding()::contains);
    boolean safe =
        Arrays.stream(Property.values())
            .filter(p -> !p.liveness() && lifted.applies(p))
            .allMatch(result.holding()::contains);
    if (safe && lifted.hangsAreDeadlocks()) {
      holding.addAll(undecided(Property::liveness));
    }
    List<UntakenStep> never = Vacuity.of(lifted, run.coverage());
    holding.forEach(p -> decide(p, new Verdict.Holds(never, result.scope()), run));
    if (undecided(p -> true).isEmpty()) {
      explored = Optional.of(run.counts());
    }
  }

  private EnumSet<Property> undecided(Predicate<Property> which) {
    EnumSet<Property> left = EnumSet.noneOf(Property.class);
    wanted.stream().filter(which).filter(p -> !verdicts.containsKey(p)).forEach(left::add);
    return left;
  }

  /**
   * Counting actions takes up to a fifth of TLC's time, and all that is asked of it is whether each
   * was ever taken. Of a large state space some behaviours mostly show that.
   */
  private void walk() {
    if (!Estimate.mayTakeLong(subject) || undecided(p -> true).isEmpty()) {
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
          decide(property.get(), new Verdict.Violated(trace), result);
          left.remove(property.get());
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
    if (left.isEmpty() || failed) {
      return;
    }
    if (complete.isPresent() && specification.hangsAreDeadlocks() && isSafe()) {
      passed(left, complete.get());
      return;
    }
    TlcResult result = liveness(left, left.size() == 1 ? only(left).title() : "liveness");
    if (result.outcome() instanceof Outcome.Passed) {
      passed(left, result);
    } else if (!(result.outcome() instanceof Outcome.PropertyViolated violated)) {
      giveUp(result);
    } else if (left.size() == 1) {
      decide(only(left), new Verdict.Violated(violated.trace()), result);
    } else {
      eachAlone(List.copyOf(left), result, violated.trace());
    }
  }

  /** Whether every safety property that applies was asked for, and holds. */
  private boolean isSafe() {
    return Arrays.stream(Property.values())
        .filter(p -> !p.liveness() && specification.applies(p))
        .allMatch(
            p -> verdicts.containsKey(p) && verdicts.get(p).verdict() instanceof Verdict.Holds);
  }

  /** TLC does not say which property the trace violates: the last one, if no other is violated. */
  private void eachAlone(List<Property> properties, TlcResult together, Trace trace) {
    List<Property> others = properties.subList(0, properties.size() - 1);
    others.forEach(p -> liveness(EnumSet.of(p)));
    Property last = properties.get(properties.size() - 1);
    if (others.stream().map(verdicts::get).allMatch(v -> v.verdict() instanceof Verdict.Holds)) {
      decide(last, new Verdict.Violated(trace), together);
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
    holding.forEach(p -> decide(p, new Verdict.Holds(List.of(), scope), result));
    complete = complete.or(() -> Optional.of(result));
  }

  private void giveUp(TlcResult result) {
    Verdict.Unknown unknown = unknown(result.outcome());
    if (ShuttingDown.isWhy(unknown.reason())) {
      throw new InterruptedCheck();
    }
    failed = true;
    undecided(p -> true).forEach(p -> decide(p, unknown, result));
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

  /** What holds for any number has its steps counted already. */
  private void markVacuous(List<UntakenStep> never) {
    verdicts.replaceAll(
        (p, v) ->
            v.verdict() instanceof Verdict.Holds holds && holds.scope().isFor(scope)
                ? new PropertyVerdict(
                    p,
                    new Verdict.Holds(never, holds.scope()),
                    v.expected(),
                    v.counts(),
                    v.elapsed())
                : v);
  }

  private void decide(Property property, Verdict verdict, TlcResult result) {
    decide(property, verdict, result.counts(), result.elapsed());
  }

  private void decide(Property property, Verdict verdict, Counts counts, Duration elapsed) {
    var expected = subject.expectations().of(property, specification.applies(property));
    verdicts.put(property, new PropertyVerdict(property, verdict, expected, counts, elapsed));
  }
}
