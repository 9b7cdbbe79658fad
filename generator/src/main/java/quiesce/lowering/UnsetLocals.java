package quiesce.lowering;

import java.util.Set;
import java.util.TreeSet;
import quiesce.source.Diagnostics;
import quiesce.steps.KernelThread;
import quiesce.steps.Liveness;

/**
 * Refuses to read a local before it is set: that is undefined in C, and here it would be an
 * arbitrary value.
 */
final class UnsetLocals {
  private UnsetLocals() {}

  static KernelThread refused(KernelThread thread, Diagnostics problems) {
    // What was refused may be what would have set it.
    if (problems.none()) {
      Set<String> unset = new TreeSet<>(new Liveness(thread).before(thread.entry()));
      unset.remove(Lowering.OBJECT);
      for (String local : unset) {
        thread.nodes().stream()
            .filter(n -> n.step().reads().anyMatch(local::equals))
            .findFirst()
            .ifPresent(
                n ->
                    problems.report(
                        n.origin().place(),
                        local + " may be read here before it is set",
                        "give it a value where it is declared, or on every path that leads here"));
      }
    }
    return thread;
  }
}
