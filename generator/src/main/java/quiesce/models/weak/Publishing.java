package quiesce.models.weak;

import static quiesce.steps.Local.Fence.Kind.SMP_MB;
import static quiesce.steps.Local.Fence.Kind.SMP_RMB;
import static quiesce.steps.Local.Fence.Kind.SMP_WMB;

import quiesce.analysis.Facts;
import quiesce.steps.Access;
import quiesce.steps.Context;
import quiesce.steps.KernelThread.LocalKind;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Program;
import quiesce.steps.Step;
import quiesce.steps.Wait;

/** Whether a strategy only publishes: docs/decisions/0022. */
final class Publishing {
  private Publishing() {}

  /**
   * Whether each store of the C code is made by a provider, as a release or between full barriers,
   * and everybody else only looks: relaxed loads, none of which orders anything but by its address.
   */
  static boolean only(Facts facts) {
    return facts.isReduced()
        && facts
            .program()
            .filter(p -> p.shared().stream().noneMatch(Program.Shared::perCpu))
            .isPresent()
        && facts.getDomains().isEmpty()
        && !locks(facts)
        && facts.steps().noneMatch(Access.Trylock.class::isInstance)
        && facts.threads().stream()
            .allMatch(
                t ->
                    !t.pinsProvider()
                        && t.lateStores().isEmpty()
                        && facts
                            .steps(t)
                            .allMatch(
                                t.context() == Context.PROVIDER
                                    ? Publishing::publishes
                                    : Publishing::looks));
  }

  /**
   * Whether a pointer to an object is only ever loaded from a variable, never from an object, nor
   * given to what runs later.
   */
  static boolean keepsPointersInGlobals(Facts facts) {
    return !facts.hasDeferredOfObjects()
        && facts.threads().stream()
            .allMatch(
                t ->
                    facts
                        .steps(t)
                        .filter(
                            s -> s.touches().filter(l -> l instanceof Location.Member).isPresent())
                        .flatMap(s -> s.writes().stream())
                        .noneMatch(l -> t.locals().get(l) == LocalKind.OBJECT));
  }

  /** Whether somebody takes a spinlock or mutex. */
  static boolean locks(Facts facts) {
    return facts.steps().anyMatch(s -> isOfLock(s));
  }

  private static boolean isOfLock(Step s) {
    return s instanceof Wait.Lock
        || s instanceof Access.Trylock t && !t.kind().isOfModule()
        || s instanceof Step.OfDeferred;
  }

  private static boolean publishes(Step s) {
    boolean store = s instanceof Access.Store && !Access.Marking.RELEASE.of(s);
    boolean exchange = s instanceof Access.Rmw r && r.order() != Access.Order.FULL;
    boolean fence = SMP_RMB.is(s) || SMP_WMB.is(s);
    return !(store
        || exchange
        || fence
        || Access.Load.Kind.LOAD_ACQUIRE.is(s)
        || s instanceof Access.StaticCallUpdate
        || s instanceof Access.Allocate
        || s instanceof Access.Free
        || s instanceof Local.SmpProcessorId);
  }

  private static boolean looks(Step s) {
    return publishes(s)
        && !Sharing.ordersLoads(s)
        && !(s instanceof Access.Store || s instanceof Access.Rmw || SMP_MB.is(s));
  }
}
