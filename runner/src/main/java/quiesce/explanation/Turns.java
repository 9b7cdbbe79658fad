package quiesce.explanation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import quiesce.engine.tlc.Trace;
import quiesce.module.Specification;

/** Who has its turn in a trace: a step is of the thread that comes to another place by it. */
public final class Turns {
  private Turns() {}

  /**
   * How often somebody else than before comes to another place. {@code templates/tla/switches.ftl}
   * counts the same.
   */
  public static int switches(Specification spec, Trace trace) {
    List<Snapshot> states = trace.states().stream().map(s -> new Snapshot(spec, s)).toList();
    int switches = 0;
    Set<Snapshot.Instance> last = Set.of();
    for (int i = 1; i < states.size(); i++) {
      Set<Snapshot.Instance> moved = moved(spec, states.get(i - 1), states.get(i));
      if (!moved.isEmpty()) {
        switches += last.isEmpty() || last.equals(moved) ? 0 : 1;
        last = moved;
      }
    }
    return switches;
  }

  private static Set<Snapshot.Instance> moved(Specification spec, Snapshot before, Snapshot after) {
    Set<Snapshot.Instance> moved = new HashSet<>();
    for (String thread : spec.layout().threads().keySet()) {
      before.instances(thread).stream()
          .filter(i -> !before.place(i).equals(after.place(i)))
          .forEach(moved::add);
    }
    return moved;
  }
}
