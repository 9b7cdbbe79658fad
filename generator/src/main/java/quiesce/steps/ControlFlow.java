package quiesce.steps;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A directed graph of nodes that are numbered from 0: where control can go from each. */
public final class ControlFlow {
  private final List<List<Integer>> next;

  private ControlFlow(List<List<Integer>> next) {
    this.next = next;
  }

  /**
   * @param nodes of one thread; a node's id is its index
   */
  public static ControlFlow of(List<Node> nodes) {
    return of(nodes.size(), id -> nodes.get(id).next().stream());
  }

  /**
   * @param next the successors of a node; those below 0 lead nowhere
   */
  public static ControlFlow of(int size, IntFunction<Stream<Integer>> next) {
    return new ControlFlow(
        IntStream.range(0, size)
            .mapToObj(id -> next.apply(id).filter(there -> there >= 0).toList())
            .toList());
  }

  public int size() {
    return next.size();
  }

  public List<Integer> next(int node) {
    return next.get(node);
  }

  /** The same with every edge the other way round: what leads to a node is next to it. */
  public ControlFlow reversed() {
    List<List<Integer>> previous = new ArrayList<>();
    next.forEach(n -> previous.add(new ArrayList<>()));
    for (int id = 0; id < size(); id++) {
      for (int there : next(id)) {
        previous.get(there).add(id);
      }
    }
    return new ControlFlow(previous);
  }

  /** The same without the edges that lead to these nodes. */
  public ControlFlow cutBefore(IntPredicate nodes) {
    return of(size(), id -> next(id).stream().filter(there -> !nodes.test(there)));
  }

  /** A node and all that paths from it lead to, in breadth-first order. */
  public Set<Integer> from(int node) {
    return Closure.of(Stream.of(node), id -> next(id).stream());
  }

  /** All that paths of one edge or more lead to from a node, in breadth-first order. */
  public Set<Integer> after(int node) {
    return after(node, id -> true);
  }

  /**
   * The same of paths that end where they come to something.
   *
   * @param passes whether paths continue past a node; asked once for each that they come to, in
   *     breadth-first order
   */
  public Set<Integer> after(int node, IntPredicate passes) {
    return Closure.of(next(node).stream(), id -> passes.test(id) ? next(id).stream() : Stream.of());
  }

  /** The nodes from which a path leads back to them. */
  public BitSet cycles() {
    ControlFlow back = reversed();
    BitSet visited = new BitSet();
    BitSet found = new BitSet();
    // Kosaraju: what comes first in this order is not reached from any later component.
    for (int id : ordered(IntStream.range(0, size()).boxed().toList())) {
      if (!visited.get(id)) {
        Set<Integer> component =
            Closure.of(
                Stream.of(id), there -> back.next(there).stream().filter(n -> !visited.get(n)));
        component.forEach(visited::set);
        if (component.size() > 1 || next(id).contains(id)) {
          component.forEach(found::set);
        }
      }
    }
    return found;
  }

  /** The nodes without successors. */
  public List<Integer> ends() {
    return IntStream.range(0, size()).filter(id -> next(id).isEmpty()).boxed().toList();
  }

  /**
   * All that the roots lead to in reverse postorder: each node comes after those that lead to it,
   * but for edges that close a loop.
   */
  List<Integer> ordered(Collection<Integer> roots) {
    List<Integer> left = new ArrayList<>();
    BitSet seen = new BitSet();
    int[] exit = new int[size()];
    Deque<Integer> path = new ArrayDeque<>();
    for (int root : roots) {
      if (!seen.get(root)) {
        seen.set(root);
        path.push(root);
      }
      while (!path.isEmpty()) {
        int id = path.peek();
        if (exit[id] == next(id).size()) {
          left.add(path.pop());
        } else {
          int there = next(id).get(exit[id]++);
          if (!seen.get(there)) {
            seen.set(there);
            path.push(there);
          }
        }
      }
    }
    Collections.reverse(left);
    return left;
  }

  /**
   * What a node makes of what is known before it.
   *
   * @param <S> immutable, and equal if it says the same
   */
  @FunctionalInterface
  public interface Transfer<S> {
    S after(int node, S before);
  }

  /**
   * Solves a data-flow problem (Kildall, 1973): the least that can be known before each node, given
   * what is known where paths begin. A problem that goes backwards is solved on the {@linkplain
   * #reversed reversed} flow.
   *
   * @param starts where paths begin
   * @param start what is known there
   * @param join what is known where two paths meet; it must grow, whatever growing means, and not
   *     without end
   * @return for each node; empty where no path leads
   */
  public <S> List<Optional<S>> solve(
      Collection<Integer> starts, S start, Transfer<S> transfer, BinaryOperator<S> join) {
    List<Integer> order = ordered(starts);
    int[] place = new int[size()];
    IntStream.range(0, order.size()).forEach(i -> place[order.get(i)] = i);
    List<Optional<S>> known = new ArrayList<>(Collections.nCopies(size(), Optional.empty()));
    BitSet pending = new BitSet();
    for (int id : starts) {
      known.set(id, Optional.of(start));
      pending.set(place[id]);
    }
    for (int first = pending.nextSetBit(0); first >= 0; first = pending.nextSetBit(0)) {
      pending.clear(first);
      int id = order.get(first);
      S after = transfer.after(id, known.get(id).orElseThrow());
      for (int there : next(id)) {
        Optional<S> was = known.get(there);
        Optional<S> now = Optional.of(was.map(w -> join.apply(w, after)).orElse(after));
        if (!now.equals(was)) {
          known.set(there, now);
          pending.set(place[there]);
        }
      }
    }
    return known;
  }

  /**
   * Which nodes dominate which: whether the first is on every path from the roots to the second, or
   * is the second itself, or there is no such path.
   */
  public BiPredicate<Integer, Integer> dominators(Collection<Integer> roots) {
    List<Optional<BitSet>> passed =
        solve(
            roots,
            new BitSet(),
            (id, before) -> {
              BitSet after = (BitSet) before.clone();
              after.set(id);
              return after;
            },
            (one, other) -> {
              BitSet both = (BitSet) one.clone();
              both.and(other);
              return both;
            });
    return (one, node) -> one.equals(node) || passed.get(node).map(p -> p.get(one)).orElse(true);
  }
}
