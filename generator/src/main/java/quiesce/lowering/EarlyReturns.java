package quiesce.lowering;

import java.util.HashSet;
import java.util.Set;
import quiesce.source.Place;
import quiesce.steps.Access;
import quiesce.steps.Context;
import quiesce.steps.ControlFlow;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Section;
import quiesce.steps.Step;

/**
 * Finds the places from which a provider only leaves: it gives up what it holds, and returns.
 * Kernel code has many of these, for callers that do what no provider does here: register what is
 * not filled in, or what somebody else has registered before. A run that comes there does nothing
 * more.
 */
final class EarlyReturns {
  private final Set<Place> leaving = new HashSet<>();
  private final Set<Place> otherwise = new HashSet<>();

  /** Takes a thread as it is written, before the compiler changes it. */
  void add(KernelThread thread) {
    ControlFlow flow = thread.flow();
    for (Node n : thread.nodes()) {
      boolean leaves = thread.context() == Context.PROVIDER && isLeft(n, thread, flow);
      (leaves ? leaving : otherwise).add(n.origin().place());
    }
  }

  /** Of all threads: a line from which one of them does more is not among them. */
  Set<Place> places() {
    Set<Place> only = new HashSet<>(leaving);
    only.removeAll(otherwise);
    return only;
  }

  private static boolean isLeft(Node n, KernelThread thread, ControlFlow flow) {
    return isLeaving(n.step())
        && flow.after(n.id(), id -> isLeaving(thread.node(id).step())).stream()
            .map(id -> thread.node(id).step())
            .allMatch(s -> ends(s) || isLeaving(s));
  }

  /** Whether the function has returned. */
  private static boolean ends(Step s) {
    return s instanceof Local.FunctionEnd
        || s instanceof Section.Registered
        || s instanceof Access.TearDown;
  }

  private static boolean isLeaving(Step s) {
    return s instanceof Section.Closes
        || s instanceof Access.Free
        || s instanceof Local.Assign
        || s instanceof Local.Branch
        || s instanceof Local.Reached;
  }
}
