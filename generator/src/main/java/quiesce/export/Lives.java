package quiesce.export;

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

/** What a thread may still read of its locals, by the node that it comes to next. */
public final class Lives {
  private final KernelThread thread;
  private final List<Set<String>> read;

  /** What a store that the compiler puts off needs, at a time that nobody knows. */
  private final Set<String> late = new HashSet<>();

  public Lives(KernelThread thread) {
    this.thread = thread;
    for (LateStore l : thread.lateStores()) {
      late.addAll(List.of(l.pending(), l.value(), l.operand()));
    }
    this.read = thread.nodes().stream().map(n -> (Set<String>) new HashSet<String>()).toList();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int id = read.size() - 1; id >= 0; id--) {
        Node n = thread.node(id);
        Set<String> before = after(n);
        n.step().writes().ifPresent(before::remove);
        n.step().reads().forEach(before::add);
        changed |= read.get(id).addAll(before);
      }
    }
  }

  /** A thread that starts over knows nothing. */
  private Set<String> after(Node n) {
    return n.next().stream()
        .filter(next -> next >= 0 && next != thread.entry())
        .flatMap(next -> read.get(next).stream())
        .collect(Collectors.toCollection(HashSet::new));
  }

  public boolean isLate(String local) {
    return late.contains(local);
  }

  public boolean reads(int node, String local) {
    return read.get(node).contains(local);
  }

  /**
   * Whether a thread at a node holds what a pointer leads to. What touches nothing takes no time: a
   * thread that first decides whether it will use the pointer is asked afterwards.
   */
  public boolean holds(int node, String pointer) {
    return thread.locals().get(pointer) == KernelThread.LocalKind.OBJECT
        && !(thread.node(node).step() instanceof Local)
        && reads(node, pointer)
        && !saysWhoseRun(pointer);
  }

  /** The pointers that it holds somewhere. */
  public List<String> held() {
    return thread.locals().keySet().stream()
        .filter(l -> thread.nodes().stream().anyMatch(n -> holds(n.id(), l)))
        .toList();
  }

  /** Which object's run it is, the kernel knows: to end the run is not to use the object. */
  private boolean saysWhoseRun(String pointer) {
    return thread.node(thread.entry()).step() instanceof Wait.Run r
        && r.of().object().filter(new Value.Local(pointer)::equals).isPresent();
  }
}
