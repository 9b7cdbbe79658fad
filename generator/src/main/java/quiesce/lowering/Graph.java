package quiesce.lowering;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import quiesce.source.Limit;
import quiesce.steps.Atomic;
import quiesce.steps.ControlFlow;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Origin;
import quiesce.steps.Step;

/**
 * A control flow under construction: nodes are added at the open edges, which are then those that
 * leave the new node.
 */
final class Graph {
  /** An edge that leads nowhere yet: the exit with this number of this node. */
  record Edge(int node, int exit) {}

  /** A place that edges can lead to before its node is known. */
  static final class Mark {
    private final List<Edge> waiting = new ArrayList<>();
    private int node = -1;
  }

  static final class Draft {
    final Step step;
    final Origin origin;
    final List<Integer> next;

    Draft(Step step, Origin origin, List<Integer> next) {
      this.step = step;
      this.origin = origin;
      this.next = new ArrayList<>(next);
    }
  }

  private static final int OPEN = -1;

  private final List<Draft> nodes = new ArrayList<>();
  private final BitSet reached = new BitSet();
  private final List<Mark> marks = new ArrayList<>();
  private List<Edge> open = new ArrayList<>();
  private final Limit steps;
  private int entry = OPEN;

  /**
   * @param steps of all threads together
   */
  Graph(Limit steps) {
    this.steps = steps;
  }

  /** Adds a step with one exit. */
  int add(Step step, Origin origin) {
    return add(step, origin, 1);
  }

  /** Adds a step with this many exits; all of them are open. */
  int add(Step step, Origin origin, int exits) {
    steps.use(origin.place());
    int id = nodes.size();
    List<Integer> next = new ArrayList<>();
    for (int i = 0; i < exits; i++) {
      next.add(OPEN);
    }
    nodes.add(new Draft(step, origin, next));
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
    nodes.get(edge.node()).next.set(edge.exit(), target);
  }

  /** Marks the place of the next node. */
  Mark mark() {
    Mark m = new Mark();
    marks.add(m);
    return m;
  }

  /** Leads the open edges to a mark. Nothing is open afterwards. */
  void jump(Mark target) {
    if (target.node >= 0) {
      open.forEach(e -> connect(e, target.node));
    } else {
      target.waiting.addAll(open);
    }
    open = new ArrayList<>();
  }

  boolean reachedBy(Mark mark) {
    return mark.node >= 0;
  }

  /** Whether a jump to a mark would lead from a node to itself, past nothing that does anything. */
  boolean closesOn(Mark mark) {
    IntPredicate alike = id -> id == mark.node || nodes.get(id).step instanceof Local.Reached;
    Set<Integer> loop = reachedBy(mark) ? flow().after(mark.node, alike) : Set.of();
    return open.stream()
        .mapToInt(Edge::node)
        .anyMatch(id -> id == mark.node || alike.test(id) && loop.contains(id));
  }

  /** Whether a way from the entry leads to the place of the next node. */
  boolean isReached() {
    return open.stream().anyMatch(e -> reached.get(e.node()));
  }

  /** Takes the open edges away. */
  List<Edge> take() {
    List<Edge> taken = open;
    open = new ArrayList<>();
    return taken;
  }

  void reopen(List<Edge> edges) {
    open = new ArrayList<>(edges);
  }

  void alsoOpen(List<Edge> edges) {
    open.addAll(edges);
  }

  /** Adds a node that no open edge leads to. */
  int append(Step step, Origin origin, List<Integer> next) {
    return append(new Draft(step, origin, next));
  }

  int append(Draft draft) {
    steps.use(draft.origin.place());
    nodes.add(draft);
    return nodes.size() - 1;
  }

  /** Puts a node in front of a step: the one that is made, given where the step is from now on. */
  void insertBefore(int id, IntFunction<Draft> made) {
    Draft d = nodes.get(id);
    nodes.set(id, made.apply(append(d.step, d.origin, d.next)));
  }

  /** The control flow as it is by now. */
  ControlFlow flow() {
    return ControlFlow.of(nodes.size(), id -> nodes.get(id).next.stream());
  }

  int entry() {
    return entry;
  }

  /** The nodes as they are, whatever the thread holds there. */
  List<Node> nodes() {
    List<Node> all = new ArrayList<>();
    for (Draft d : nodes) {
      all.add(new Node(all.size(), d.step, d.origin, Atomic.NONE, d.next));
    }
    return all;
  }

  /** The nodes; an exit that leads nowhere is -1. */
  List<Draft> drafts() {
    return nodes;
  }
}
