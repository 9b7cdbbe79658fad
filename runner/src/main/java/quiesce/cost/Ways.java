package quiesce.cost;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntPredicate;
import quiesce.steps.Price;

/** All ways from where a thread begins to where it ends, as a graph of states. */
final class Ways {
  private static final int MOST_STATES = 2_000;

  /** A move, by the numbers of its states. */
  private record Edge(int from, int to, List<Price> paid) {
    int price(Price kind) {
      return Collections.frequency(paid, kind);
    }
  }

  /**
   * How often something is paid.
   *
   * @param most empty where nothing bounds it
   */
  record Range(int least, OptionalInt most) {}

  private final List<State> states = new ArrayList<>();
  private final Map<State, Integer> numbers = new HashMap<>();
  private final List<List<Edge>> leaving = new ArrayList<>();
  private final List<Edge> repeatable;
  private final BitSet ends = new BitSet();
  private final int starts;
  private final boolean complete;
  private boolean oopses;

  /**
   * @param end whether the way ends before this node
   */
  Ways(List<State> from, Function<State, List<Move>> moves, IntPredicate end) {
    from.forEach(this::number);
    starts = states.size();
    int next = 0;
    for (; next < states.size() && states.size() <= MOST_STATES; next++) {
      if (end.test(states.get(next).node())) {
        ends.set(next);
      } else {
        List<Move> all = moves.apply(states.get(next));
        oopses |= all.isEmpty();
        for (Move m : all) {
          int to = number(m.to());
          leaving.get(next).add(new Edge(next, to, m.paid()));
        }
      }
    }
    complete = next == states.size();
    keepWhatEnds();
    repeatable = complete ? repeatable() : List.of();
  }

  private int number(State s) {
    Integer known = numbers.get(s);
    if (known != null) {
      return known;
    }
    numbers.put(s, states.size());
    states.add(s);
    leaving.add(new ArrayList<>());
    return states.size() - 1;
  }

  /** A way that oopses, or goes round for ever, costs nothing that one would call a cost. */
  private void keepWhatEnds() {
    List<List<Integer>> arriving = new ArrayList<>();
    states.forEach(s -> arriving.add(new ArrayList<>()));
    leaving.forEach(edges -> edges.forEach(e -> arriving.get(e.to()).add(e.from())));
    BitSet ending = reached(ends, s -> arriving.get(s));
    leaving.forEach(edges -> edges.removeIf(e -> !ending.get(e.to())));
  }

  /** The moves that one way may make again and again. */
  private List<Edge> repeatable() {
    Map<Integer, BitSet> behind = new HashMap<>();
    BitSet left = neverFirst();
    return leaving.stream()
        .flatMap(List::stream)
        .filter(e -> left.get(e.from()) && left.get(e.to()))
        .filter(e -> behind.computeIfAbsent(e.to(), this::reachedFrom).get(e.from()))
        .toList();
  }

  /** The states in and after loops: those that remain when what nothing leads to is taken away. */
  private BitSet neverFirst() {
    int[] arriving = new int[states.size()];
    leaving.forEach(edges -> edges.forEach(e -> arriving[e.to()]++));
    Deque<Integer> first = new ArrayDeque<>();
    BitSet left = new BitSet();
    for (int s = 0; s < arriving.length; s++) {
      left.set(s);
      if (arriving[s] == 0) {
        first.add(s);
      }
    }
    while (!first.isEmpty()) {
      int taken = first.remove();
      left.clear(taken);
      for (Edge e : leaving.get(taken)) {
        if (--arriving[e.to()] == 0) {
          first.add(e.to());
        }
      }
    }
    return left;
  }

  private BitSet reachedFrom(int state) {
    BitSet one = new BitSet();
    one.set(state);
    return reached(one, s -> leaving.get(s).stream().map(Edge::to).toList());
  }

  private static BitSet reached(BitSet from, Function<Integer, List<Integer>> next) {
    BitSet seen = (BitSet) from.clone();
    Deque<Integer> work = new ArrayDeque<>(from.stream().boxed().toList());
    while (!work.isEmpty()) {
      for (int to : next.apply(work.remove())) {
        if (!seen.get(to)) {
          seen.set(to);
          work.add(to);
        }
      }
    }
    return seen;
  }

  /** Empty when some way returns. */
  Optional<PathCost.Ending> failure() {
    if (starts == 0) {
      return Optional.of(PathCost.Ending.NEVER_RUNS);
    } else if (!complete) {
      return Optional.of(PathCost.Ending.TOO_MANY_WAYS);
    } else if (ends.isEmpty()) {
      return Optional.of(oopses ? PathCost.Ending.OOPSES : PathCost.Ending.NEVER_RETURNS);
    }
    return Optional.empty();
  }

  /** The states in which it ends. */
  List<State> ends() {
    return ends.stream().mapToObj(states::get).toList();
  }

  /** Whether some way goes round a loop as often as it likes. */
  boolean spins() {
    return !repeatable.isEmpty();
  }

  /** What is paid from the beginning to the end, on the cheapest way and on the dearest. */
  Range paid(Price kind) {
    boolean unbounded = repeatable.stream().anyMatch(e -> e.price(kind) > 0);
    return new Range(
        extreme(kind, false),
        unbounded ? OptionalInt.empty() : OptionalInt.of(extreme(kind, true)));
  }

  /** No move with a price is made twice, or the least is asked for: so this comes to an end. */
  private int extreme(Price kind, boolean most) {
    Map<Integer, Integer> sums = new HashMap<>();
    Deque<Integer> work = new ArrayDeque<>();
    for (int s = 0; s < starts; s++) {
      sums.put(s, 0);
      work.add(s);
    }
    while (!work.isEmpty()) {
      int from = work.remove();
      for (Edge e : leaving.get(from)) {
        int sum = sums.get(from) + e.price(kind);
        Integer before = sums.get(e.to());
        if (before == null || (most ? sum > before : sum < before)) {
          sums.put(e.to(), sum);
          work.add(e.to());
        }
      }
    }
    var reached = ends.stream().filter(sums::containsKey).map(sums::get);
    return (most ? reached.max() : reached.min()).orElseThrow();
  }
}
