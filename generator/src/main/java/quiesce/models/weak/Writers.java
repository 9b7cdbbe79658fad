package quiesce.models.weak;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import quiesce.analysis.Facts;
import quiesce.steps.Access;
import quiesce.steps.Context;
import quiesce.steps.KernelThread;
import quiesce.steps.Location;

/**
 * Who stores to what others see.
 *
 * @param sole whether all that is stored comes from one thread, of which there is one
 * @param appendOnly whether each location is stored to by one thread alone, so that its stores come
 *     in order
 * @param spins whether somebody loads in a loop until others have stored
 */
record Writers(Facts facts, boolean sole, boolean appendOnly, boolean spins) {
  static Writers of(Facts facts) {
    List<KernelThread> writers = facts.threads().stream().filter(facts::writes).toList();
    boolean sole = writers.size() == 1 && facts.isSingle(writers.get(0));
    boolean spins =
        facts.threads().stream()
            .filter(t -> t.context() != Context.PROCESS)
            .anyMatch(
                t -> t.spins().stream().anyMatch(id -> t.node(id).step() instanceof Access.Load));
    return new Writers(facts, sole, isAppendOnly(facts), spins);
  }

  private static boolean isAppendOnly(Facts facts) {
    Set<String> seen = new HashSet<>();
    for (KernelThread t : facts.threads()) {
      Set<String> own =
          facts
              .steps(t)
              .filter(s -> s instanceof Access.Store || s instanceof Access.Rmw)
              .flatMap(s -> s.touches().stream())
              .map(Location::name)
              .filter(n -> !facts.isPrivate(n))
              .collect(Collectors.toSet());
      if (!own.isEmpty() && !facts.isSingle(t)
          || own.contains("*")
          || own.stream().anyMatch(seen::contains)) {
        return false;
      }
      seen.addAll(own);
    }
    return !facts.looksAtLocks();
  }

  /** Whether a thread takes a step of this name that is not the only one to write. */
  boolean othersHave(String step) {
    return facts.threads().stream()
        .filter(t -> !sole || !facts.writes(t))
        .flatMap(facts::steps)
        .anyMatch(s -> s.name().equals(step));
  }
}
