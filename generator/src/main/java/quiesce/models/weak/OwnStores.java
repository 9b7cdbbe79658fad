package quiesce.models.weak;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import quiesce.analysis.Facts;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.Location;
import quiesce.steps.Step;

/**
 * Whether threads read what they have stored themselves.
 *
 * @param acquired by a load that acquires
 * @param loadedWithDependencies by any load, where the value depends on something
 */
record OwnStores(boolean acquired, boolean loadedWithDependencies) {
  static OwnStores of(Facts facts) {
    return new OwnStores(areAcquired(facts), areLoadedWithDependencies(facts));
  }

  private static boolean areAcquired(Facts facts) {
    return facts.threads().stream()
        .anyMatch(
            t ->
                meet(
                    touched(facts, t, Access.Store.class::isInstance),
                    touched(facts, t, Access.Marking.ACQUIRE::of)));
  }

  private static boolean areLoadedWithDependencies(Facts facts) {
    return facts.threads().stream()
        .anyMatch(
            t -> {
              Set<String> dependent = facts.loaded(t);
              return meet(
                  touched(
                      facts,
                      t,
                      s -> s instanceof Access.Store && s.reads().anyMatch(dependent::contains)),
                  touched(facts, t, s -> s instanceof Access.Load || s instanceof Access.Rmw));
            });
  }

  /** Whether two sets of locations have one in common; a star is what any pointer leads to. */
  private static boolean meet(Set<String> stored, Set<String> read) {
    return !stored.isEmpty() && read.contains("*")
        || stored.contains("*") && !read.isEmpty()
        || stored.stream().anyMatch(read::contains);
  }

  private static Set<String> touched(Facts facts, KernelThread t, Predicate<Step> which) {
    return facts
        .steps(t)
        .filter(which)
        .flatMap(s -> s.touches().stream())
        .map(Location::name)
        .collect(Collectors.toSet());
  }
}
