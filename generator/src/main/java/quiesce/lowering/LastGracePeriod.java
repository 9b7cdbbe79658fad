package quiesce.lowering;

import quiesce.steps.Access;
import quiesce.steps.ControlFlow;
import quiesce.steps.KernelThread;
import quiesce.steps.Node;
import quiesce.steps.Wait;

/**
 * Marks the grace period after which nobody may find what was unregistered: of those of unregister,
 * the last one.
 */
final class LastGracePeriod {
  private LastGracePeriod() {}

  /**
   * @param unregister the name of the function; empty where nobody unregisters
   */
  static KernelThread of(KernelThread thread, String unregister) {
    ControlFlow flow = thread.flow();
    return thread.with(
        thread.nodes().stream()
            .map(
                n ->
                    n.step() instanceof Wait.GracePeriodEnds end
                            && n.origin().isWithin(unregister)
                            && !anotherFollows(thread, flow, n)
                        ? n.with(new Wait.GracePeriodEnds(end.domain(), true))
                        : n)
            .toList());
  }

  private static boolean anotherFollows(KernelThread thread, ControlFlow flow, Node n) {
    return flow.after(n.id(), id -> !(thread.node(id).step() instanceof Access.TearDown)).stream()
        .anyMatch(id -> thread.node(id).step() instanceof Access.GracePeriodBegins);
  }
}
