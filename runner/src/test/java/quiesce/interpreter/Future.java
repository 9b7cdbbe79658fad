package quiesce.interpreter;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import quiesce.steps.KernelThread;
import quiesce.steps.LateStore;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Value;
import quiesce.steps.Wait;

/** What a thread may still read of its locals, by the place that it has come to. */
final class Future {
  private final KernelThread thread;

  /** Locals that are read on some way from each node before they are set. */
  private final List<Set<String>> read;

  /** What a store that the compiler puts off will need, at a time that nobody knows. */
  private final Set<String> late = new HashSet<>();

  Future(KernelThread thread) {
    this.thread = thread;
    for (LateStore l : thread.lateStores()) {
      late.addAll(Set.of(l.pending(), l.value(), l.operand()));
    }
    this.read = solve();
  }

  private List<Set<String>> solve() {
    List<Set<String>> all =
        thread.nodes().stream().map(n -> (Set<String>) new HashSet<String>()).toList();
    for (boolean changed = true; changed; ) {
      changed = false;
      for (int id = all.size() - 1; id >= 0; id--) {
        Node n = thread.node(id);
        Set<String> before = after(n, all);
        n.step().writes().ifPresent(before::remove);
        n.step().reads().forEach(before::add);
        changed |= all.get(id).addAll(before);
      }
    }
    return all;
  }

  /** A thread that starts over starts afresh. */
  private Set<String> after(Node n, List<Set<String>> all) {
    return n.next().stream()
        .filter(next -> next >= 0 && next != thread.entry())
        .flatMap(next -> all.get(next).stream())
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** What a local holds before its thread begins. */
  int before(String local) {
    return thread.locals().get(local) == KernelThread.LocalKind.FLAG ? Word.FALSE : Word.NONE;
  }

  boolean reads(int node, String local) {
    return late.contains(local) || read.get(node).contains(local);
  }

  /**
   * Whether a pointer is held at a node, being read from there on. What touches nothing takes no
   * time: a thread that first decides whether it will read the pointer is asked afterwards.
   */
  boolean holds(int node, String pointer) {
    return !(thread.node(node).step() instanceof Local)
        && thread.locals().get(pointer) == KernelThread.LocalKind.OBJECT
        && read.get(node).contains(pointer)
        && !saysWhoseRun(pointer);
  }

  /** The end of a run changes what the kernel keeps of it, and does not use the object. */
  private boolean saysWhoseRun(String pointer) {
    return thread.node(thread.entry()).step() instanceof Wait.Run r
        && r.of().object().filter(new Value.Local(pointer)::equals).isPresent();
  }
}
