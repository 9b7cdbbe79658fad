package quiesce.steps;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import quiesce.source.Limit;

/**
 * A control flow under construction: nodes are added at the open edges, which are then those that
 * leave the new node.
 */
public final class Graph {
  /**
   * An edge that leads nowhere yet: the exit with this number of this node. Those of nodes below 0
   * are of {@link Mark}s, which come to be where the edges that are open with them lead.
   */
  public record Edge(int node, int exit) {
    boolean isOfNode() {
      return node >= 0;
    }
  }

  /** A place that edges can lead to before its node is known. */
  public static final class Mark {
    private final Edge edge;
    private final List<Edge> waiting = new ArrayList<>();
    private int node = OPEN;

    private Mark(int number) {
      this.edge = new Edge(-1 - number, 0);
    }
  }

  private static final int OPEN = -1;

  private record Draft(Step step, Origin origin, List<Integer> next) {}

  private final List<Draft> nodes = new ArrayList<>();
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
    open.forEach(e -> connect(e, id));
    open = new ArrayList<>();
    for (int i = 0; i < exits; i++) {
      open.add(new Edge(id, i));
    }
    return id;
  }

  private void connect(Edge edge, int target) {
    if (edge.isOfNode()) {
      nodes.get(edge.node()).next().set(edge.exit(), target);
      return;
    }
    Mark mark = marks.get(-1 - edge.node());
    mark.node = target;
    mark.waiting.forEach(e -> connect(e, target));
  }

  /** Marks where the open edges lead; the next node, if none is open. */
  public Mark mark() {
    Mark m = new Mark(marks.size());
    marks.add(m);
    open.add(m.edge);
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

  /** Whether a jump to a mark would make a loop of one step that does anything, or of none. */
  public boolean closesOn(Mark mark) {
    Set<Integer> idle = new HashSet<>();
    int head = mark.node;
    while (head >= 0 && isIdle(head)) {
      idle.add(head);
      head = nodes.get(head).next().get(0);
    }
    if (head >= 0) {
      idle.add(head);
      flow().after(head, this::isIdle).stream().filter(this::isIdle).forEach(idle::add);
    }
    return open.stream().anyMatch(e -> e.equals(mark.edge) || idle.contains(e.node()));
  }

  private boolean isIdle(int node) {
    return nodes.get(node).step() instanceof Local.Reached;
  }

  /** Whether a way from the entry leads to the place of the next node. */
  public boolean isReached() {
    Set<Integer> reached = nodes.isEmpty() ? Set.of() : flow().from(entry);
    return open.stream().anyMatch(e -> reached.contains(e.node()));
  }

  public List<Edge> open() {
    return List.copyOf(open);
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
