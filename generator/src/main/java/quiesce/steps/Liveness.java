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

  /**
   * @param reads what a node reads; usually {@code node.step().reads()} and what the caller adds
   */
  public Liveness(KernelThread thread, Function<Node, Set<String>> reads) {
    this(thread, reads, n -> n.step().writes().map(Set::of).orElse(Set.of()));
  }

  /**
   * @param writes what a node assigns; usually {@code node.step().writes()}
   */
  public Liveness(
      KernelThread thread, Function<Node, Set<String>> reads, Function<Node, Set<String>> writes) {
    this(thread.nodes(), reads, writes);
  }

  /**
   * @param nodes of one thread; a node's id is its index
   */
  public Liveness(
      List<Node> nodes, Function<Node, Set<String>> reads, Function<Node, Set<String>> writes) {
    nodes.forEach(n -> before.add(new TreeSet<>()));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int id = nodes.size() - 1; id >= 0; id--) {
        Node n = nodes.get(id);
        Set<String> live = after(n);
        live.removeAll(writes.apply(n));
        live.addAll(reads.apply(n));
        changed |= before.get(id).addAll(live);
      }
    }
  }

  public Liveness(KernelThread thread) {
    this(thread.nodes());
  }

  /**
   * @param nodes of one thread; a node's id is its index
   */
  public Liveness(List<Node> nodes) {
    this(
        nodes,
        n -> n.step().reads().collect(Collectors.toSet()),
        n -> n.step().writes().map(Set::of).orElse(Set.of()));
  }

  public Set<String> before(int node) {
    return before.get(node);
  }

  public Set<String> after(Node n) {
    Set<String> live = new TreeSet<>();
    // What starts over starts afresh.
    if (!(n.step() instanceof Section.End || n.step() instanceof Access.TearDown)) {
      n.next().stream().filter(next -> next >= 0).forEach(next -> live.addAll(before.get(next)));
    }
    return live;
  }
}
