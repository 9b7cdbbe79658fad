package quiesce.analysis;

import java.util.function.Predicate;
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
    boolean everywhere = thread.context().isHandler() || thread.context() == Context.PROCESS;
    Predicate<Node> pinned = n -> n.before().pinned();
    Predicate<Node> asks = n -> asksForCpu(n.step());
    boolean placed = !everywhere && thread.nodes().stream().anyMatch(pinned.or(asks));
    return new OnCpus(
        placed,
        placed && thread.nodes().stream().anyMatch(asks),
        !everywhere && found.get(Stops.class).where(pinned).findAny().isPresent());
  }

  static boolean asksForCpu(Step s) {
    return s instanceof Local.SmpProcessorId
        || s.touches().filter(Location.ThisCpu.class::isInstance).isPresent();
  }
}
