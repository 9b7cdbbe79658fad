package quiesce.verdict;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.TlcResult;
import quiesce.module.Count;
import quiesce.module.Options;
import quiesce.module.Specification;
import quiesce.property.Property;

/**
 * Which safety properties hold for any number of CPUs or registrations. What falls here may hold
 * for each number: it is nobody's violation.
 */
final class LiftedCheck {
  private static final String ENOUGH_OBJECTS = "EnoughObjects";

  /**
   * States. Of the catalogue seven in ten have no more, and counting actions in so many is cheap.
   */
  private static final int BEGINNING = 500;

  private static final String FALLS =
      "with any number a state is found that these numbers may not reach";
  private static final String ENDS = "with any number a run may end in an oops or a deadlock";
  private static final String HANGS = "a thread may wait for ever without a deadlock";

  private final TlcRuns runs;
  private final Specification specification;
  private final Optional<String> fewer;

  /**
   * @param fewer why it is for a number of registrations, where any was asked for
   */
  LiftedCheck(TlcRuns runs, Specification specification, Optional<String> fewer) {
    this.runs = runs;
    this.fewer = fewer;
    this.specification = specification;
  }

  /**
   * What came out.
   *
   * @param holding the safety properties that hold
   * @param fallen those that are violated in a state that may be out of reach for every number
   * @param complete the run that explored everything, if one did
   * @param never what is never done in it
   * @param unexplored why none did, if there was anything left to explore
   * @param hangsAreDeadlocks whether, without an oops and a deadlock, all that begins ends
   * @param comesToAnEnd whether all that begins ends
   */
  record Result(
      Set<Property> holding,
      Set<Property> fallen,
      Scope scope,
      Optional<TlcResult> complete,
      List<UntakenStep> never,
      Optional<String> unexplored,
      boolean hangsAreDeadlocks,
      boolean comesToAnEnd) {
    /** Why a property that does not hold for any number may hold for each. */
    String why(Property property) {
      if (fallen.contains(property)) {
        return FALLS;
      }
      return unexplored.orElse(hangsAreDeadlocks ? ENDS : HANGS);
    }
  }

  /**
   * Most specifications have few states. Where there are more, counting actions would take nearly
   * as long again as to explore them, and in the beginning each has mostly been taken.
   */
  Result result() {
    String configuration =
        Configurations.without(
            ENOUGH_OBJECTS, Configurations.keeping(Set.of(), specification.safety()));
    List<Property> safety =
        Stream.of(Property.values())
            .filter(p -> !p.liveness() && specification.applies(p))
            .toList();
    List<String> conditions = specification.recycles() ? List.of(ENOUGH_OBJECTS) : List.of();
    TlcResult beginning = runs.beginning(configuration, safety, conditions, BEGINNING, "lifted");
    List<UntakenStep> never = Vacuity.of(specification, beginning.coverage());
    if (!isViolated(TlcRuns.BEGINS, beginning)) {
      return result(safety, beginning, Set.copyOf(beginning.printed()), never);
    }
    List<Property> left =
        safety.stream().filter(p -> !beginning.printed().contains(p.title())).toList();
    boolean count = !never.isEmpty();
    TlcResult all = runs.reported(configuration, left, conditions, count, "lifted-2");
    Set<String> named = new HashSet<>(beginning.printed());
    named.addAll(all.printed());
    return result(
        safety, all, named, count ? Vacuity.of(specification, all.coverage()) : List.of());
  }

  private Result result(
      List<Property> safety, TlcResult run, Set<String> named, List<UntakenStep> never) {
    boolean explored = run.outcome() instanceof Outcome.Passed;
    Predicate<Property> holds = p -> explored && !named.contains(p.title());
    return new Result(
        safety.stream().filter(holds).collect(Collectors.toSet()),
        safety.stream().filter(p -> named.contains(p.title())).collect(Collectors.toSet()),
        scope(!named.contains(ENOUGH_OBJECTS)),
        explored ? Optional.of(run) : Optional.empty(),
        never,
        why(run),
        specification.hangsExcludedBy().isPresent(),
        explored && specification.comesToAnEnd(holds));
  }

  /** Why not everything that mattered was explored, if it was not. */
  private Optional<String> why(TlcResult run) {
    if (run.outcome() instanceof Outcome.Passed || isViolated(TlcRuns.REPORTED, run)) {
      return Optional.empty();
    } else if (isViolated(TlcRuns.FEW_STATES, run)) {
      return Optional.of("any number has too many states");
    } else if (run.outcome() instanceof Outcome.Failed f) {
      if (ShuttingDown.isWhy(f.reason())) {
        throw new InterruptedCheck();
      }
      return Optional.of(runs.explain(f));
    }
    return Optional.of(
        "TLC reports what was not asked for: " + run.outcome().getClass().getSimpleName());
  }

  private static boolean isViolated(String invariant, TlcResult run) {
    return run.outcome() instanceof Outcome.InvariantViolated v && v.invariant().equals(invariant);
  }

  private Scope scope(boolean enoughObjects) {
    Options asked = specification.options();
    return enoughObjects
        ? Scope.of(specification).notLifted(fewer)
        : Scope.of(
                specification.program(),
                asked.with(asked.cpus(), Count.of(asked.registrations().number())))
            .notLifted(
                Optional.of(
                    "%s objects are too few for more".formatted(asked.registrations().number())));
  }
}
