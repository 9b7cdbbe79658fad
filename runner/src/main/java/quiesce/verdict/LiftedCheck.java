package quiesce.verdict;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
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
  private final Set<Property> holding = EnumSet.noneOf(Property.class);
  private final Set<Property> fallen = EnumSet.noneOf(Property.class);
  private String configuration;
  private boolean enoughObjects = true;

  /**
   * @param fewer why it is for a number of registrations, where any was asked for
   */
  LiftedCheck(TlcRuns runs, Specification specification, Optional<String> fewer) {
    this.runs = runs;
    this.fewer = fewer;
    this.specification = specification;
    this.configuration = specification.safety();
    Arrays.stream(Property.values())
        .filter(p -> !p.liveness() && specification.applies(p))
        .forEach(holding::add);
  }

  /**
   * What came out.
   *
   * @param holding the safety properties that hold
   * @param fallen those that are violated in a state that may be out of reach for every number
   * @param complete the run that explored everything, if one did
   * @param unexplored why none did, if there was anything left to explore
   * @param hangsAreDeadlocks whether all that begins ends, without an oops and a deadlock
   */
  record Result(
      Set<Property> holding,
      Set<Property> fallen,
      Scope scope,
      Optional<TlcResult> complete,
      Optional<String> unexplored,
      boolean hangsAreDeadlocks) {
    /** Why a property that does not hold for any number may hold for each. */
    String why(Property property) {
      if (fallen.contains(property)) {
        return FALLS;
      }
      return unexplored.orElse(hangsAreDeadlocks ? ENDS : HANGS);
    }

    /** Whether no run ends in an oops, and there is no deadlock. */
    boolean comesToAnEnd() {
      return complete.isPresent()
          && fallen.stream().noneMatch(p -> p.endsRun() || p == Property.NO_DEADLOCK);
    }
  }

  Result result() {
    for (int run = 1; !holding.isEmpty(); run++) {
      TlcResult result =
          runs.run(
              Configurations.keeping(holding, configuration),
              true,
              run == 1 ? "lifted" : "lifted-" + run);
      if (result.outcome() instanceof Outcome.Passed) {
        return result(holding, Optional.of(result), Optional.empty());
      } else if (result.outcome() instanceof Outcome.InvariantViolated v
          && v.invariant().equals(ENOUGH_OBJECTS)) {
        enoughObjects = false;
        configuration = Configurations.without(ENOUGH_OBJECTS, configuration);
      } else if (result.outcome() instanceof Outcome.InvariantViolated v
          && Property.named(v.invariant()).filter(holding::contains).isPresent()) {
        Property falls = Property.named(v.invariant()).get();
        holding.remove(falls);
        fallen.add(falls);
      } else {
        return result(Set.of(), Optional.empty(), Optional.of(why(result.outcome())));
      }
    }
    return result(Set.of(), Optional.empty(), Optional.empty());
  }

  private Result result(
      Set<Property> proved, Optional<TlcResult> complete, Optional<String> unexplored) {
    return new Result(
        proved, fallen, scope(), complete, unexplored, specification.hangsAreDeadlocks());
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

  private Scope scope() {
    Options asked = specification.options();
    return enoughObjects
        ? Scope.of(asked).notLifted(fewer)
        : Scope.of(asked.with(asked.cpus(), Count.of(asked.registrations().number())))
            .notLifted(
                Optional.of(
                    "%s objects are too few for more".formatted(asked.registrations().number())));
  }
}
