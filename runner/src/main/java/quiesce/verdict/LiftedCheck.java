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
  private static final String FEW_STATES = "FewStates";

  /** What is said where one falls. */
  private static final String FALLS =
      "with any number a state is found that these numbers may not reach";

  private final TlcRuns runs;
  private final Specification specification;
  private final Set<Property> holding = EnumSet.noneOf(Property.class);
  private boolean enoughObjects = true;

  LiftedCheck(TlcRuns runs, Specification specification) {
    this.runs = runs;
    this.specification = specification;
    Arrays.stream(Property.values())
        .filter(p -> !p.liveness() && specification.applies(p))
        .forEach(holding::add);
  }

  /**
   * What came out.
   *
   * @param holding the safety properties that hold
   * @param complete the run that explored everything, if one did
   * @param why what to say of the properties that do not hold
   */
  record Result(Set<Property> holding, Scope scope, Optional<TlcResult> complete, String why) {}

  Result result() {
    Set<Property> all = EnumSet.copyOf(holding);
    Result first = explored(specification.safety(), "lifted");
    Set<Property> fallen = EnumSet.copyOf(all);
    fallen.removeAll(holding);
    boolean oops = fallen.stream().anyMatch(Property::endsRun);
    return oops && !holding.isEmpty() && specification.plain().isPresent()
        ? explored(specification.plain().get(), "lifted-plain")
        : first;
  }

  private Result explored(String asked, String label) {
    String configuration = asked;
    for (int run = 1; !holding.isEmpty(); run++) {
      TlcResult result =
          runs.run(
              Configurations.keeping(holding, configuration),
              true,
              run == 1 ? label : label + "-" + run);
      if (result.outcome() instanceof Outcome.Passed) {
        return new Result(holding, scope(), Optional.of(result), FALLS);
      } else if (result.outcome() instanceof Outcome.InvariantViolated violated
          && isKnown(violated.invariant())) {
        if (violated.invariant().equals(ENOUGH_OBJECTS)) {
          enoughObjects = false;
          configuration = Configurations.without(ENOUGH_OBJECTS, configuration);
        } else {
          holding.remove(Property.named(violated.invariant()).orElseThrow());
        }
      } else {
        holding.clear();
        return new Result(holding, scope(), Optional.empty(), why(result.outcome()));
      }
    }
    return new Result(holding, scope(), Optional.empty(), FALLS);
  }

  private boolean isKnown(String invariant) {
    return invariant.equals(ENOUGH_OBJECTS)
        || Property.named(invariant).filter(holding::contains).isPresent();
  }

  private String why(Outcome outcome) {
    if (outcome instanceof Outcome.InvariantViolated v && v.invariant().equals(FEW_STATES)) {
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
    Count registrations =
        enoughObjects ? asked.registrations() : Count.of(asked.registrations().number());
    return new Scope(asked.cpus(), registrations, Optional.empty());
  }
}
