package quiesce.lowering;

import quiesce.steps.Access;
import quiesce.steps.ControlFlow;
import quiesce.steps.KernelThread;
import quiesce.steps.Node;
import quiesce.steps.Wait;

/** Of several grace periods in unregister it is the last one after which nobody may find it. */
final class LastGracePeriod {
  private LastGracePeriod() {}

  static KernelThread of(KernelThread thread) {
    ControlFlow flow = thread.flow();
    return thread.with(
        thread.nodes().stream()
            .map(
                n ->
                    n.step() instanceof Wait.SynchronizeRcuEnd e
                            && e.unregisters()
                            && anotherFollows(thread, flow, n)
                        ? n.with(new Wait.SynchronizeRcuEnd(false))
                        : n)
            .toList());
  }

  private static boolean anotherFollows(KernelThread thread, ControlFlow flow, Node n) {
    return flow.after(n.id(), id -> !(thread.node(id).step() instanceof Access.TearDown)).stream()
        .anyMatch(id -> thread.node(id).step() instanceof Access.SynchronizeRcuBegin);
  }
}
