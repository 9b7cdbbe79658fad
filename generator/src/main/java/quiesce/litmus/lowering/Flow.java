package quiesce.litmus.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import quiesce.source.Limit;
import quiesce.steps.Atomic;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Origin;
import quiesce.steps.Step;
import quiesce.steps.Value;

/**
 * A control flow under construction: nodes are added at the open edges. There are no loops, so that
 * every edge leads to a node with a greater number.
 */
final class Flow {
  /** The exit with this number of this node, which leads nowhere yet. */
  record Edge(int node, int exit) {}

  private record Draft(Step step, Origin origin, List<Integer> next) {}

  private final List<Draft> drafts = new ArrayList<>();
  private final Limit steps;
  private List<Edge> open = List.of();

  /**
   * @param steps of all processes together
   */
  Flow(Limit steps) {
    this.steps = steps;
  }

  int add(Step step, Origin origin) {
    return add(step, origin, 1);
  }

  /** Adds a branch; the first exit is that of a true condition. */
  int branch(Value condition, Origin origin) {
    return add(new Local.Branch(condition), origin, 2);
  }

  int end(Step step, Origin origin) {
    return add(step, origin, 0);
  }

  private int add(Step step, Origin origin, int exits) {
    steps.use(origin.place());
    int id = drafts.size();
    open.forEach(e -> drafts.get(e.node()).next().set(e.exit(), id));
    List<Integer> nowhere = IntStream.range(0, exits).mapToObj(e -> -1).toList();
    drafts.add(new Draft(step, origin, new ArrayList<>(nowhere)));
    open = IntStream.range(0, exits).mapToObj(e -> new Edge(id, e)).toList();
    return id;
  }

  /** Takes the open edges away. */
  List<Edge> take() {
    List<Edge> taken = open;
    open = List.of();
    return taken;
  }

  /** Opens edges, beside those that are open. */
  void open(List<Edge> edges) {
    open = both(open, edges);
  }

  static List<Edge> both(List<Edge> a, List<Edge> b) {
    return Stream.concat(a.stream(), b.stream()).toList();
  }

  /** The nodes; what is held at each is not known yet. */
  List<Node> nodes() {
    return IntStream.range(0, drafts.size())
        .mapToObj(
            id -> {
              Draft d = drafts.get(id);
              return new Node(id, d.step(), d.origin(), Atomic.NONE, d.next());
            })
        .toList();
  }
}
