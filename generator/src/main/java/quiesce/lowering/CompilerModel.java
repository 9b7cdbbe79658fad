package quiesce.lowering;

import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import quiesce.steps.Access;
import quiesce.steps.KernelThread.LocalKind;
import quiesce.steps.LateStore;
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

  /**
   * @param locals of the thread; those that the model needs are added
   * @param staysOnCpu whether the thread cannot be moved to another CPU before a step
   * @return the stores that may be put off
   */
  static List<LateStore> apply(
      Graph graph, Map<String, LocalKind> locals, IntPredicate staysOnCpu) {
    new RepeatedLoads(graph, locals, staysOnCpu).apply();
    return new PostponedStores(graph, locals).apply();
  }

  /** Ends every freedom: what the compiler sees as "anything may have changed". */
  static boolean isBarrier(Step s) {
    return s instanceof Local.Barrier
        || s instanceof Local.FunctionEnd
        || s instanceof Local.SmpMb
        || s instanceof Local.SmpRmb
        || s instanceof Local.SmpWmb
        || s instanceof Local.CpuRelax
        || s instanceof Access.Rmw
        || s instanceof Access.StoreRelease
        || s instanceof Access.RcuAssignPointer
        || s instanceof Access.LoadAcquire
        || s instanceof Access.CallSlot
        || s instanceof Access.StaticCall
        || s instanceof Access.ReturnAny
        || s instanceof Access.ReturnFromSlot
        || s instanceof Access.StaticCallUpdate
        || s instanceof Access.SynchronizeRcuBegin
        || s instanceof Access.Initialise
        || s instanceof Access.TearDown
        || s instanceof Section
        || s instanceof Wait;
  }
}
