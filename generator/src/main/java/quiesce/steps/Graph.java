package quiesce.steps;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import quiesce.source.Limit;

/**
 * A control flow under construction: nodes are added at the open edges, which are then those that
 * leave the new node.
 */
public final class Graph {
  /** An edge that leads nowhere yet: the exit with this number of this node. */
  public record Edge(int node, int exit) {}

  /** A place that edges can lead to before its node is known. */
  public static final class Mark {
    private final List<Edge> waiting = new ArrayList<>();
    private int node = -1;
  }

  private record Draft(Step step, Origin origin, List<Integer> next) {}

  private static final int OPEN = -1;

  private final List<Draft> nodes = new ArrayList<>();
  private final BitSet reached = new BitSet();
  private final List<Mark> marks = new ArrayList<>();
  private List<Edge> open = new ArrayList<>();
  private final Limit steps;
  private int entry = OPEN;

  /**
   * @param steps of all threads together, which are bounded
   */
  public Graph(Limit steps) {
    this.steps = steps;
  }

  /** Adds a step with one exit. */
  public int add(Step step, Origin origin) {
    return add(step, origin, 1);
  }

  /** Adds a step with this many exits; all of them are open. */
  public int add(Step step, Origin origin, int exits) {
    steps.use(origin.place());
    int id = nodes.size();
    nodes.add(new Draft(step, origin, new ArrayList<>(Collections.nCopies(exits, OPEN))));
    if (entry == OPEN) {
      entry = id;
    }
    reached.set(id, id == entry || isReached());
    open.forEach(e -> connect(e, id));
    // What nothing reaches is not what a mark is for; nor is what does nothing.
    if (reached.get(id) && !(step instanceof Local.Reached)) {
      for (Mark m : marks) {
        m.node = id;
        m.waiting.forEach(e -> connect(e, id));
      }
      marks.clear();
    }
    open = new ArrayList<>();
    for (int i = 0; i < exits; i++) {
      open.add(new Edge(id, i));
    }
    return id;
  }

  private void connect(Edge edge, int target) {
    nodes.get(edge.node()).next().set(edge.exit(), target);
  }

  /** Marks the place of the next node. */
  public Mark mark() {
    Mark m = new Mark();
    marks.add(m);
    return m;
  }

  /** Leads the open edges to a mark. Nothing is open afterwards. */
  public void jump(Mark target) {
    if (target.node >= 0) {
      open.forEach(e -> connect(e, target.node));
    } else {
      target.waiting.addAll(open);
    }
    open = new ArrayList<>();
  }

  public boolean reachedBy(Mark mark) {
    return mark.node >= 0;
  }

  /** Whether a jump to a mark would lead from a node to itself, past nothing that does anything. */
  public boolean closesOn(Mark mark) {
    IntPredicate alike = id -> id == mark.node || nodes.get(id).step() instanceof Local.Reached;
    Set<Integer> loop = reachedBy(mark) ? flow().after(mark.node, alike) : Set.of();
    return open.stream()
        .mapToInt(Edge::node)
        .anyMatch(id -> id == mark.node || alike.test(id) && loop.contains(id));
  }

  /** Whether a way from the entry leads to the place of the next node. */
  public boolean isReached() {
    return open.stream().anyMatch(e -> reached.get(e.node()));
  }

  /** Takes the open edges away. */
  public List<Edge> take() {
    List<Edge> taken = open;
    open = new ArrayList<>();
    return taken;
  }

  public void reopen(List<Edge> edges) {
    open = new ArrayList<>(edges);
  }

  public void alsoOpen(List<Edge> edges) {
    open.addAll(edges);
  }

  public static List<Edge> both(List<Edge> a, List<Edge> b) {
    return Stream.concat(a.stream(), b.stream()).toList();
  }

  /** The control flow as it is by now. */
  private ControlFlow flow() {
    return ControlFlow.of(nodes.size(), id -> nodes.get(id).next().stream());
  }

  public int entry() {
    return entry;
  }

  /** The nodes; an exit that leads nowhere is -1, and what is held at each is not known yet. */
  public List<Node> nodes() {
    List<Node> all = new ArrayList<>();
    for (Draft d : nodes) {
      all.add(new Node(all.size(), d.step(), d.origin(), Atomic.NONE, d.next()));
    }
    return all;
  }
}
