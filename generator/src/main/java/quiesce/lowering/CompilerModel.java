package quiesce.lowering;

import static quiesce.steps.Local.Fence.Kind.BARRIER;
import static quiesce.steps.Local.Fence.Kind.SMP_MB;
import static quiesce.steps.Local.Fence.Kind.SMP_RMB;
import static quiesce.steps.Local.Fence.Kind.SMP_WMB;

import quiesce.steps.Access;
import quiesce.steps.Local;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Wait;

/**
 * What a compiler may do to plain accesses: repeat a load at a later use of its value, put off a
 * store; neither past a compiler barrier. See "Who's afraid of a big bad optimizing compiler?"
 * (LWN, 2019): invented loads, store reordering.
 */
final class CompilerModel {
  private CompilerModel() {}

  /** Ends every freedom: what the compiler sees as "anything may have changed". */
  static boolean isBarrier(Step s) {
    return BARRIER.is(s)
        || s instanceof Local.FunctionEnd
        || SMP_MB.is(s)
        || SMP_RMB.is(s)
        || SMP_WMB.is(s)
        || s instanceof Local.CpuRelax
        || s instanceof Access.Rmw r && r.order() != Access.Order.RELAXED
        || s instanceof Access.Trylock
        || Access.Marking.RELEASE.of(s)
        || Access.Load.Kind.LOAD_ACQUIRE.is(s)
        || s instanceof Access.CallSlot
        || s instanceof Access.StaticCall
        || s instanceof Access.ReturnAny
        || s instanceof Access.ReturnFromSlot
        || s instanceof Access.StaticCallUpdate
        || s instanceof Access.GracePeriodBegins
        || s instanceof Access.Initialise
        || s instanceof Access.TearDown
        || s instanceof Section
        || s instanceof Wait;
  }
}
