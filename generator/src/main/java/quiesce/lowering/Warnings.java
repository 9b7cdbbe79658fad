package quiesce.lowering;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import quiesce.source.Place;
import quiesce.steps.Local;

/**
 * Finds the places to which threads come only after a WARN_ON has fired. In a strategy that is
 * right no run comes there.
 */
final class Warnings {
  private final Set<Place> always = new HashSet<>();
  private final Set<Place> otherwise = new HashSet<>();

  /** Takes a thread as it is written, before the compiler changes it. */
  void add(Graph graph) {
    note(graph, (node, exit) -> true, always);
    note(graph, (node, exit) -> exit > 0 || !testsWarning(graph, node), otherwise);
  }

  /** Of all threads: a line that one of them comes to without a warning is not among them. */
  Set<Place> places() {
    Set<Place> only = new HashSet<>(always);
    only.removeAll(otherwise);
    return only;
  }

  private static void note(Graph graph, BiPredicate<Integer, Integer> taken, Set<Place> places) {
    BitSet seen = new BitSet();
    Deque<Integer> work = new ArrayDeque<>(List.of(graph.entry()));
    while (!work.isEmpty()) {
      int id = work.remove();
      if (id < 0 || seen.get(id)) {
        continue;
      }
      seen.set(id);
      Graph.Draft d = graph.drafts().get(id);
      places.add(d.origin.place());
      for (int exit = 0; exit < d.next.size(); exit++) {
        if (taken.test(id, exit)) {
          work.add(d.next.get(exit));
        }
      }
    }
  }

  /** Whether a node is the branch of {@code if (WARN_ON(...))}. */
  private static boolean testsWarning(Graph graph, int node) {
    return graph.drafts().get(node).step instanceof Local.Branch b
        && graph.drafts().stream()
            .anyMatch(
                d ->
                    d.step instanceof Local.WarnOn w
                        && d.next.contains(node)
                        && w.condition().equals(b.condition()));
  }
}
