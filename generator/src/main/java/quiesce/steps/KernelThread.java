package quiesce.steps;

import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * One function that runs by itself, with all that it calls inlined.
 *
 * @param name of the function; "provider" for the harness around register and unregister
 * @param pinsProvider whether it runs only while registered
 * @param nodes the control flow; a node's id is its index
 * @param entry id of the first node
 * @param locals with their kinds
 * @param lateStores the plain stores that may be put off
 */
public record KernelThread(
    String name,
    Context context,
    boolean pinsProvider,
    Origin origin,
    List<Node> nodes,
    int entry,
    SortedMap<String, LocalKind> locals,
    List<LateStore> lateStores) {

  public KernelThread {
    nodes = List.copyOf(nodes);
    lateStores = List.copyOf(lateStores);
  }

  public KernelThread with(List<Node> others) {
    return new KernelThread(name, context, pinsProvider, origin, others, entry, locals, lateStores);
  }

  /** What it is known by among all threads: a function may be called {@code provider}, too. */
  public String key() {
    return context == Context.PROVIDER ? "(provider)" : name + "()";
  }

  public Node node(int id) {
    return nodes.get(id);
  }

  /** Whether some step of it is of a kind. */
  public boolean has(Predicate<Step> kind) {
    return nodes.stream().map(Node::step).anyMatch(kind);
  }

  /** Whether a step can keep its thread waiting for others, or going round until others act. */
  public boolean canHang(Predicate<Node> where) {
    BitSet loops = loops();
    return nodes.stream()
        .filter(where)
        .anyMatch(n -> n.step() instanceof Wait || loops.get(n.id()));
  }

  /** Whether a thread at this node is inside a read-side section of RCU. */
  public boolean inReadSection(Node n) {
    return context.isHandler() ? n.id() != entry : n.before().inReadSection();
  }

  public ControlFlow flow() {
    return ControlFlow.of(nodes);
  }

  /**
   * The nodes that can be come to again before the thread starts over. A loop over all CPUs ends by
   * itself, and is none.
   */
  public BitSet loops() {
    return flow().cutBefore(id -> id == entry || node(id).step() instanceof Local.NextCpu).cycles();
  }

  /** What a local holds. */
  public enum LocalKind {
    /** A pointer to a callbacks object. */
    OBJECT,
    VALUE,
    /** Whether a late store is pending: false, not unset, when it is not. */
    FLAG
  }
}
