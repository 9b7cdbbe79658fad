package quiesce.interpreter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.Set;

/** The sets of states from each of which all others of the set can be come to (Kosaraju). */
final class Components {
  private final Set<Integer> inside;
  private final List<Runs.Place> places;

  private Components(Set<Integer> inside, List<Runs.Place> places) {
    this.inside = inside;
    this.places = places;
  }

  /** Single states are among them: nobody has to take a step. */
  static List<Set<Integer>> of(Set<Integer> inside, List<Runs.Place> places) {
    return new Components(inside, places).all();
  }

  private List<Set<Integer>> all() {
    List<Integer> finished = finished();
    Map<Integer, List<Integer>> back = back();
    Set<Integer> left = new HashSet<>(inside);
    List<Set<Integer>> all = new ArrayList<>();
    for (int i = finished.size() - 1; i >= 0; i--) {
      if (left.contains(finished.get(i))) {
        all.add(reached(finished.get(i), left, back));
      }
    }
    return all;
  }

  private record Visit(int state, PrimitiveIterator.OfInt next) {}

  private PrimitiveIterator.OfInt next(int state) {
    return places.get(state).ways().stream()
        .mapToInt(Runs.Way::to)
        .filter(inside::contains)
        .iterator();
  }

  /** The states in the order in which a search leaves them. */
  private List<Integer> finished() {
    List<Integer> order = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (int start : inside) {
      Deque<Visit> stack = new ArrayDeque<>();
      if (seen.add(start)) {
        stack.push(new Visit(start, next(start)));
      }
      while (!stack.isEmpty()) {
        Visit top = stack.peek();
        if (!top.next().hasNext()) {
          order.add(stack.pop().state());
          continue;
        }
        int to = top.next().nextInt();
        if (seen.add(to)) {
          stack.push(new Visit(to, next(to)));
        }
      }
    }
    return order;
  }

  private Map<Integer, List<Integer>> back() {
    Map<Integer, List<Integer>> back = new HashMap<>();
    for (int i : inside) {
      next(i).forEachRemaining((int to) -> back.computeIfAbsent(to, x -> new ArrayList<>()).add(i));
    }
    return back;
  }

  private static Set<Integer> reached(
      int start, Set<Integer> left, Map<Integer, List<Integer>> back) {
    Set<Integer> component = new HashSet<>();
    Deque<Integer> work = new ArrayDeque<>(List.of(start));
    left.remove(start);
    while (!work.isEmpty()) {
      int i = work.pop();
      component.add(i);
      for (int from : back.getOrDefault(i, List.of())) {
        if (left.remove(from)) {
          work.push(from);
        }
      }
    }
    return component;
  }
}
