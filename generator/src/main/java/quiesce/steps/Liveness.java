package quiesce.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which locals still matter at each node of a thread: those that some way on reads before writing.
 */
public final class Liveness {
  private final List<Set<String>> before = new ArrayList<>();

  public Liveness(KernelThread thread) {
    this(
        thread,
        n -> n.step().reads().collect(Collectors.toSet()),
        n -> n.step().writes().map(Set::of).orElse(Set.of()));
  }

  /**
   * @param reads what a node reads; usually {@code node.step().reads()} and what the caller adds
   * @param writes what a node assigns; usually {@code node.step().writes()}
   */
  public Liveness(
      KernelThread thread, Function<Node, Set<String>> reads, Function<Node, Set<String>> writes) {
    List<Node> nodes = thread.nodes();
    ControlFlow.Transfer<Set<String>> backwards =
        (id, after) -> {
          Node n = nodes.get(id);
          Set<String> live = new TreeSet<>(startsOver(n) ? Set.of() : after);
          live.removeAll(writes.apply(n));
          live.addAll(reads.apply(n));
          return live;
        };
    thread
        .flow()
        .reversed()
        .solve(nodes.stream().map(Node::id).toList(), Set.of(), backwards, Liveness::both)
        .forEach(after -> before.add(backwards.after(before.size(), after.orElseThrow())));
  }

  private static Set<String> both(Set<String> one, Set<String> other) {
    if (one.containsAll(other)) {
      return one;
    }
    Set<String> all = new TreeSet<>(one);
    all.addAll(other);
    return all;
  }

  public Set<String> before(int node) {
    return before.get(node);
  }

  public Set<String> after(Node n) {
    Set<String> live = new TreeSet<>();
    if (!startsOver(n)) {
      n.next().stream().filter(next -> next >= 0).forEach(next -> live.addAll(before.get(next)));
    }
    return live;
  }

  /** What starts over starts afresh. */
  private static boolean startsOver(Node n) {
    return n.step() instanceof Section.End || n.step() instanceof Access.TearDown;
  }
}
