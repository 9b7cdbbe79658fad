package quiesce.models.weak;

import static quiesce.steps.Local.Fence.Kind.SMP_MB;
import static quiesce.steps.Local.Fence.Kind.SMP_RMB;

import java.util.function.Predicate;
import quiesce.analysis.Facts;
import quiesce.analysis.OnCpus;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Wait;

/** Who shares a thread's knowledge of memory, and what others can learn from it. */
record Sharing(Facts facts, KernelThread thread) {
  /** Whether another thread may know of memory what this one does, and the reverse. */
  boolean isShared() {
    boolean asks =
        facts
            .steps()
            .anyMatch(
                s ->
                    s instanceof Local.SmpProcessorId
                        || s.touches().filter(Location.ThisCpu.class::isInstance).isPresent());
    return asks
        || thread.context().isHandler()
            && facts.threads().stream().filter(t -> t.context().isHandler()).count() > 1;
  }

  /** Whether the CPU makes relaxed loads only, which others learn about only through sections. */
  boolean isOnlyLooking() {
    return facts.threads().stream().noneMatch(OnCpus::asks)
        && !sharersHave(Sharing::ordersLoads)
        && !sharersHave(Sharing::tells);
  }

  /** Handlers share the knowledge of their CPU. */
  private boolean sharersHave(Predicate<Step> which) {
    return facts.threads().stream()
        .filter(t -> t == thread || t.context().isHandler() && thread.context().isHandler())
        .flatMap(facts::steps)
        .anyMatch(which);
  }

  private static boolean tells(Step s) {
    return s instanceof Access.Store
        || s instanceof Access.Rmw
        || Access.Load.Kind.LOAD_ACQUIRE.is(s)
        || s instanceof Wait.Lock
        || s instanceof Access.Trylock
        || s instanceof Step.OfDeferred;
  }

  /** Whether a step orders what its CPU has loaded before with what comes after. */
  static boolean ordersLoads(Step s) {
    return SMP_MB.is(s)
        || SMP_RMB.is(s)
        || s instanceof Access.GracePeriodBegins
        || Access.Marking.RELEASE.of(s)
        || s instanceof Section.Unlock
        || Step.OfDeferred.publishes(s)
        || s instanceof Access.Rmw r
            && (r.order() == Access.Order.FULL || r.order() == Access.Order.RELEASE);
  }
}
