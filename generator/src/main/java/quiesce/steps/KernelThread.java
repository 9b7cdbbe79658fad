package quiesce.steps;

import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    return with(others, lateStores);
  }

  public KernelThread with(List<Node> others, List<LateStore> late) {
    return new KernelThread(name, context, pinsProvider, origin, others, entry, locals, late);
  }

  /** What it is known by among all threads: a function may be called {@code provider}, too. */
  public String key() {
    return context == Context.PROVIDER ? "(provider)" : name + "()";
  }

  public Node node(int id) {
    return nodes.get(id);
  }

  /** At how many places it allocates an object. */
  public int allocations() {
    return (int) nodes.stream().filter(n -> n.step() instanceof Access.Allocate).count();
  }

  /** The steps that give a local its value. */
  public List<Step> writers(String local) {
    return nodes.stream()
        .map(Node::step)
        .filter(s -> s.writes().filter(local::equals).isPresent())
        .toList();
  }

  /** Whether some step of it is of a kind. */
  public boolean has(Predicate<Step> kind) {
    return nodes.stream().map(Node::step).anyMatch(kind);
  }

  /** Whether it is one that {@code kthread_run()} makes. */
  private boolean isMade() {
    return node(entry).step() instanceof Wait.Run r && r.of().kind() == Deferred.Kind.THREAD;
  }

  /** Whether it may be there for ever: a kernel thread without work sleeps. */
  public boolean rests(int id) {
    return node(id).step().isSleep() && isMade();
  }

  /** Whether a step can keep its thread waiting for others, or going round until others act. */
  public boolean canHang(Predicate<Node> where) {
    if (isMade()) {
      // It runs until somebody stops it, who waits for its end.
      return false;
    }
    BitSet loops = loops();
    return nodes.stream()
        .filter(where)
        .anyMatch(
            n -> n.step() instanceof Wait && !(n.step() instanceof Wait.Run) || loops.get(n.id()));
  }

  /** Whether a thread at this node stays on its CPU, come what may. */
  public boolean keepsCpu(Node n) {
    return context.isHandler() || n.before().pinned();
  }

  /** Whether a handler of a level can begin on the CPU of a thread at this node. */
  public boolean canBeStruck(Context level, Node n) {
    return level.compareTo(context) > 0 && !n.before().holdsOff(level);
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
    BitSet rounds = rounds();
    return flow().cutBefore(id -> id == entry || rounds.get(id)).cycles();
  }

  /**
   * Those of which the thread comes to some again without sleeping until somebody wakes it. Nobody
   * waits for what it finds if it says nothing, and asks each time whether it should stop. Nor does
   * it spin where it goes along a chain of objects, and loads from another one each time.
   */
  public BitSet spins() {
    boolean silent =
        !has(
            s ->
                s instanceof Access.Store
                    || s instanceof Access.Rmw
                    || s instanceof LateAccess.Arm a && a.of().kind() != Deferred.Kind.SLEEPER
                    || s instanceof LateAccess.WakeUp);
    BitSet rounds = rounds();
    return flow()
        .cutBefore(
            id ->
                id == entry
                    || rounds.get(id)
                    || node(id).step().isSleep()
                    || isWalk(node(id).step())
                    || silent && node(id).step() instanceof LateAccess.ShouldStop)
        .cycles();
  }

  /** Whether a load finds the object from which it loads the next time. */
  private boolean isWalk(Step s) {
    return s instanceof Access.Load load
        && load.location() instanceof Location.Member m
        && m.object().locals().findAny().isPresent()
        && Computed.from(Stream.of(load.local()), nodes.stream().map(Node::step))
            .containsAll(m.object().locals().toList());
  }

  /** The heads of the loops over all CPUs that are not begun again and again by a loop around. */
  public BitSet rounds() {
    BitSet rounds = new BitSet();
    for (int before = -1; before != rounds.cardinality(); ) {
      before = rounds.cardinality();
      BitSet again = flow().cutBefore(id -> id == entry || rounds.get(id)).cycles();
      nodes.stream()
          .filter(n -> n.step() instanceof Local.NextCpu && again.get(n.id()))
          .filter(n -> beginnings(n).noneMatch(again::get))
          .forEach(n -> rounds.set(n.id()));
    }
    return rounds;
  }

  /** Where the set of the CPUs that are left to a loop is filled. */
  private IntStream beginnings(Node head) {
    return nodes.stream()
        .filter(n -> n.step() instanceof Local.AllCpus)
        .mapToInt(Node::id)
        .filter(
            id ->
                flow()
                    .after(id, there -> !(node(there).step() instanceof Local.NextCpu))
                    .contains(head.id()));
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
