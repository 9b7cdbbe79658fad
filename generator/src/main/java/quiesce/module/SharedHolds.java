package quiesce.module;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import quiesce.analysis.Field;
import quiesce.steps.Access;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.tla.Expression;
import quiesce.tla.Logic;

/**
 * That a thread holds what others may hold, too: it is at a place where it does; or where the
 * outcome of its attempt is known, and not yet tested.
 */
final class SharedHolds {
  private SharedHolds() {}

  /** That an instance of a thread reads under a lock; false if none ever does. */
  static Expression of(ThreadView v, String lock) {
    Map<Integer, String> untested = untested(v, lock);
    Expression places = v.isWhere(n -> n.before().reads(lock) && !untested.containsKey(n.id()));
    Stream<Expression> outcomes =
        untested.entrySet().stream()
            .filter(e -> v.stops.contains(e.getKey()))
            .map(
                e ->
                    Logic.and(
                        v.isAt(e.getKey()),
                        Logic.equal(v.field(Field.of(e.getValue())), Logic.number(1))));
    return Logic.any(Stream.concat(Stream.of(places), outcomes));
  }

  /** The places between an attempt and the test of what it returned, with the local that has it. */
  private static Map<Integer, String> untested(ThreadView v, String lock) {
    Map<Integer, String> all = new TreeMap<>();
    for (Node n : v.thread.nodes()) {
      if (n.step() instanceof Access.Trylock t && t.kind().isShared() && t.lock().equals(lock)) {
        Map<Integer, String> passed = new TreeMap<>();
        Node next = v.thread.node(n.next().get(0));
        while (next.step() instanceof Local && next.next().size() == 1 && next.next().get(0) >= 0) {
          passed.put(next.id(), t.local());
          next = v.thread.node(next.next().get(0));
        }
        if (next.step() instanceof Local.Branch b
            && b.condition().locals().anyMatch(t.local()::equals)) {
          passed.put(next.id(), t.local());
          all.putAll(passed);
        }
      }
    }
    return all;
  }
}
