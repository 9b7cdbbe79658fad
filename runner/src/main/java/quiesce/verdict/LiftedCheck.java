package quiesce.verdict;

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
   * @param unexplored why none did, if there was anything left to explore
   * @param hangsAreDeadlocks whether, without an oops and a deadlock, all that begins ends
   * @param comesToAnEnd whether all that begins ends
   */
  record Result(
      Set<Property> holding,
      Set<Property> fallen,
      Scope scope,
      Optional<TlcResult> complete,
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

  Result result() {
    String configuration =
        Configurations.without(
            ENOUGH_OBJECTS, Configurations.keeping(Set.of(), specification.safety()));
    TlcResult result = runs.reported(configuration, invariants(), "lifted");
    Set<String> named = Set.copyOf(result.printed());
    boolean explored = result.outcome() instanceof Outcome.Passed;
    Predicate<Property> holds = p -> explored && !named.contains(p.title());
    return new Result(
        safety().filter(holds).collect(Collectors.toSet()),
        safety().filter(p -> named.contains(p.title())).collect(Collectors.toSet()),
        scope(!named.contains(ENOUGH_OBJECTS)),
        explored ? Optional.of(result) : Optional.empty(),
        explored ? Optional.empty() : Optional.of(why(result.outcome())),
        specification.hangsExcludedBy().isPresent(),
        explored && specification.comesToAnEnd(holds));
  }

  private List<String> invariants() {
    Stream<String> objects =
        specification.options().registrations().any() ? Stream.of(ENOUGH_OBJECTS) : Stream.empty();
    return Stream.concat(safety().map(Property::title), objects).toList();
  }

  private Stream<Property> safety() {
    return Stream.of(Property.values()).filter(p -> !p.liveness() && specification.applies(p));
  }

  private String why(Outcome outcome) {
    if (outcome instanceof Outcome.InvariantViolated v
        && v.invariant().equals(TlcRuns.FEW_STATES)) {
      return "any number has too many states";
    } else if (outcome instanceof Outcome.Failed f) {
      if (ShuttingDown.isWhy(f.reason())) {
        throw new InterruptedCheck();
      }
      return runs.explain(f);
    }
    return "TLC reports what was not asked for: " + outcome.getClass().getSimpleName();
  }

  private Scope scope(boolean enoughObjects) {
    Options asked = specification.options();
    return enoughObjects
        ? Scope.of(asked).notLifted(fewer)
        : Scope.of(asked.with(asked.cpus(), Count.of(asked.registrations().number())))
            .notLifted(
                Optional.of(
                    "%s objects are too few for more".formatted(asked.registrations().number())));
  }
}
