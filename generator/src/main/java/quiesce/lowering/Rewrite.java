package quiesce.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import quiesce.source.Limit;
import quiesce.steps.KernelThread;
import quiesce.steps.KernelThread.LocalKind;
import quiesce.steps.LateStore;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Step;

/**
 * A thread into which a pass puts steps. Those that edges lead to keep their ids; what is new, and
 * what is moved, comes last.
 */
final class Rewrite {
  private final KernelThread thread;
  private final Limit steps;
  private final List<Node> nodes;
  private final SortedMap<String, LocalKind> locals;
  private final List<LateStore> lateStores;

  /** A step that is put in, and where its exits lead. */
  record Made(Step step, List<Integer> next) {}

  /**
   * @param steps of all threads together
   */
  Rewrite(KernelThread thread, Limit steps) {
    this.thread = thread;
    this.steps = steps;
    this.nodes = new ArrayList<>(thread.nodes());
    this.locals = new TreeMap<>(thread.locals());
    this.lateStores = new ArrayList<>(thread.lateStores());
  }

  /**
   * Adds a node to which nothing leads yet.
   *
   * @param like a node of the same C line, with the same things held
   */
  int append(Node like, Made made) {
    steps.use(like.origin().place());
    nodes.add(node(nodes.size(), like, made));
    return nodes.size() - 1;
  }

  /** Puts another step where a node is. */
  void replace(Node n, Made made) {
    nodes.set(n.id(), node(n.id(), n, made));
  }

  /** Puts a step in front of a node: the one that is made, given where the node is from now on. */
  void insertBefore(Node n, IntFunction<Made> made) {
    Node there = nodes.get(n.id());
    replace(n, made.apply(append(there, new Made(there.step(), there.next()))));
  }

  private static Node node(int id, Node like, Made made) {
    return new Node(id, made.step(), like.origin(), like.before(), made.next());
  }

  /** A thread that goes by these nodes, of which each has one exit, as if they were not there. */
  static KernelThread past(List<Integer> ids, KernelThread thread) {
    return thread.with(thread.nodes().stream().map(n -> past(n, ids, thread)).toList());
  }

  private static Node past(Node n, List<Integer> ids, KernelThread thread) {
    return new Node(
        n.id(),
        ids.contains(n.id()) ? new Local.Reached() : n.step(),
        n.origin(),
        n.before(),
        n.next().stream().map(next -> after(next, ids, thread)).toList());
  }

  private static int after(int id, List<Integer> ids, KernelThread thread) {
    return ids.contains(id) ? after(thread.node(id).next().get(0), ids, thread) : id;
  }

  /** The locals of the thread, to which more may be added. */
  SortedMap<String, LocalKind> locals() {
    return locals;
  }

  /** The stores that may be put off, to which more may be added. */
  List<LateStore> lateStores() {
    return lateStores;
  }

  KernelThread done() {
    return new KernelThread(
        thread.name(),
        thread.context(),
        thread.pinsProvider(),
        thread.origin(),
        nodes,
        thread.entry(),
        locals,
        lateStores);
  }
}
