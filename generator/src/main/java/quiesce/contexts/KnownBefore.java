package quiesce.contexts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Node;

/** What is known of a thread's locals before each of its steps. */
public final class KnownBefore {
  private final KernelThread thread;
  private final List<Optional<Known>> before;

  /**
   * @param trusted what can be relied upon of what is known before a step
   */
  public KnownBefore(KernelThread thread, BiFunction<Node, Known, Known> trusted) {
    this.thread = thread;
    this.before = new ArrayList<>(Collections.nCopies(thread.nodes().size(), Optional.empty()));
    Deque<Integer> pending = new ArrayDeque<>();
    arrive(thread.entry(), Known.NOTHING, pending);
    while (!pending.isEmpty()) {
      Node n = thread.node(pending.remove());
      Known known = trusted.apply(n, before.get(n.id()).orElseThrow());
      for (int exit = 0; exit < n.next().size(); exit++) {
        if (n.next().get(exit) >= 0) {
          arrive(n.next().get(exit), after(n, known, exit), pending);
        }
      }
    }
  }

  private void arrive(int node, Known known, Deque<Integer> pending) {
    // What starts over starts afresh.
    Known now = node == thread.entry() ? Known.NOTHING : known;
    Optional<Known> all = Optional.of(before.get(node).map(now::join).orElse(now));
    if (!all.equals(before.get(node))) {
      before.set(node, all);
      pending.add(node);
    }
  }

  /** What is known where one leaves a step by one of its exits. */
  static Known after(Node n, Known before, int exit) {
    Known after = before.after(n.step());
    return n.step() instanceof Local.Branch b && !b.decided()
        ? after.where(b.condition(), exit == 0)
        : after;
  }

  /** Nothing where no path leads. */
  public Optional<Known> of(int node) {
    return before.get(node);
  }
}
