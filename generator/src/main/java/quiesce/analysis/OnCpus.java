package quiesce.analysis;

import quiesce.steps.Context;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Step;

/**
 * What a thread has to do with CPUs.
 *
 * @param placed whether the CPU that it runs on matters
 * @param asks whether it asks on which CPU it runs, so that it shares what is known there
 * @param pins whether it can be seen where it may not leave its CPU
 */
public record OnCpus(boolean placed, boolean asks, boolean pins) {
  static OnCpus of(Found found) {
    KernelThread thread = found.thread();
    boolean asks = asks(thread);
    boolean pins =
        moves(thread)
            && found.get(Stops.class).where(n -> n.before().pinned()).findAny().isPresent();
    return new OnCpus(asks || pins, asks, pins);
  }

  /** Whether it may run now on one CPU and now on another. */
  private static boolean moves(KernelThread thread) {
    return !thread.context().isHandler() && thread.context() != Context.PROCESS;
  }

  /** Whether a thread asks on which CPU it runs, of those on which it may. */
  public static boolean asks(KernelThread thread) {
    return moves(thread) && thread.nodes().stream().map(Node::step).anyMatch(OnCpus::asksForCpu);
  }

  private static boolean asksForCpu(Step s) {
    return s instanceof Local.SmpProcessorId
        || s.touches().filter(Location.ThisCpu.class::isInstance).isPresent();
  }
}
