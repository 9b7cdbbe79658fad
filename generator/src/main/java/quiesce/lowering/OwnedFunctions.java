package quiesce.lowering;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import quiesce.source.Diagnostics;
import quiesce.source.Place;
import quiesce.steps.Access;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Step;
import quiesce.steps.Value;

/**
 * The functions that were read from slots of objects, and are called by pointers of their own. Such
 * a pointer is one to the object, which therefore must not become another one in between: the
 * compiler must not be free to load the object's pointer again.
 */
final class OwnedFunctions {
  private final Map<Place, Value> owners = new TreeMap<>();

  /** Notes that a pointer to a function of this object is made. */
  void add(Value owner, Place place) {
    owners.put(place, owner);
  }

  /** Refuses those whose object is known by a plain load. */
  void check(Iterable<Node> nodes, Diagnostics problems) {
    owners.forEach(
        (place, owner) -> {
          if (owner.locals().anyMatch(l -> isPlain(l, nodes, new HashSet<>()))) {
            problems.report(
                place,
                "the compiler may load the object's pointer again, and so call a function of another",
                "load the pointer by READ_ONCE() or rcu_dereference()");
          }
        });
  }

  private static boolean isPlain(String local, Iterable<Node> nodes, Set<String> seen) {
    if (!seen.add(local)) {
      return false;
    }
    for (Node n : nodes) {
      Step s = n.step();
      if (s.writes().filter(local::equals).isPresent()
          && (Access.Load.Kind.PLAIN_LOAD.is(s)
              || copied(s).anyMatch(other -> isPlain(other, nodes, seen)))) {
        return true;
      }
    }
    return false;
  }

  private static Stream<String> copied(Step s) {
    return s instanceof Local.Assign a ? a.value().locals() : Stream.empty();
  }
}
