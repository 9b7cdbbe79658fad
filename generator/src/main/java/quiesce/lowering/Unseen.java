package quiesce.lowering;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;
import quiesce.source.Place;
import quiesce.steps.Access;
import quiesce.steps.ControlFlow;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Value;

/**
 * Finds the places from which a thread does nothing that others could see: by itself, up to the
 * next place that is to be reached, which counts on its own; or to its end, but that it gives up
 * what it holds. Kernel code has many of these, for callers that do what no provider does here, and
 * for what cannot happen. A run that came there would do nothing more that could go wrong.
 */
final class Unseen {
  /** The object is there for as long as its provider is. */
  private static final Value OBJECT = new Value.Local(Lowering.OBJECT);

  private final Set<Place> unseen = new HashSet<>();
  private final Set<Place> otherwise = new HashSet<>();

  /** Takes a thread as it is written, before the compiler changes it. */
  void add(KernelThread thread) {
    ControlFlow flow = thread.flow();
    for (Node n : thread.nodes()) {
      boolean nothing = isIdle(n, thread, flow) || isLeft(n, thread, flow);
      (nothing ? unseen : otherwise).add(n.origin().place());
    }
  }

  /** Of all threads: a line from which one of them does more is not among them. */
  Set<Place> places() {
    Set<Place> only = new HashSet<>(unseen);
    only.removeAll(otherwise);
    return only;
  }

  /** A call is as what the function does; its lines count on their own, and it by itself. */
  private static boolean isIdle(Node n, KernelThread thread, ControlFlow flow) {
    int depth = n.origin().callers().size();
    IntPredicate inside =
        id ->
            isOwn(thread.node(id).step())
                || thread.node(id).step() instanceof Local.Reached
                    && thread.node(id).origin().callers().size() > depth;
    return (isOwn(n.step()) || n.step() instanceof Local.Reached)
        && flow.after(n.id(), inside).stream()
            .map(id -> thread.node(id).step())
            .allMatch(s -> ends(s) || isOwn(s) || s instanceof Local.Reached);
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
        || s instanceof Section.End
        || s instanceof Access.TearDown;
  }

  private static boolean isLeaving(Step s) {
    return isOwn(s)
        || s instanceof Section.Closes
        || s instanceof Access.Free
        || s instanceof Local.Reached;
  }

  /** Whether it is about the thread's own locals alone, or reads what the provider registers. */
  private static boolean isOwn(Step s) {
    return s instanceof Local.Assign
        || s instanceof Local.Branch
        || s instanceof Access.Load l
            && l.location().equals(new Location.Member(l.location().name(), OBJECT));
  }
}
