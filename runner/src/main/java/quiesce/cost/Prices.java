package quiesce.cost;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import quiesce.steps.Access;
import quiesce.steps.Local;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Value;
import quiesce.steps.Wait;

/** What each kind of step costs by itself; {@code docs/cost.md} gives the reasons. */
final class Prices {
  private static final List<Kind> FREE = List.of();

  static final Map<Class<? extends Step>, List<Kind>> OF =
      Map.ofEntries(
          Map.entry(Access.PlainLoad.class, List.of(Kind.LOAD)),
          Map.entry(Access.ReadOnce.class, List.of(Kind.LOAD)),
          Map.entry(Access.RcuDereference.class, List.of(Kind.LOAD)),
          Map.entry(Access.RcuAccessPointer.class, List.of(Kind.LOAD)),
          Map.entry(Access.LoadAcquire.class, List.of(Kind.LOAD, Kind.ACQUIRE)),
          Map.entry(Access.ThisCpuRead.class, List.of(Kind.LOAD)),
          Map.entry(Access.SpinIsLocked.class, List.of(Kind.LOAD)),
          Map.entry(Access.PlainStore.class, List.of(Kind.STORE)),
          Map.entry(Access.WriteOnce.class, List.of(Kind.STORE)),
          Map.entry(Access.RcuAssignPointer.class, List.of(Kind.STORE, Kind.RELEASE)),
          Map.entry(Access.StoreRelease.class, List.of(Kind.STORE, Kind.RELEASE)),
          Map.entry(Access.ThisCpuWrite.class, List.of(Kind.STORE)),
          Map.entry(Access.Xchg.class, List.of(Kind.ATOMIC)),
          Map.entry(Access.Cmpxchg.class, List.of(Kind.ATOMIC)),
          Map.entry(Access.AtomicFetch.class, List.of(Kind.ATOMIC)),
          Map.entry(Access.AtomicAddUnless.class, List.of(Kind.ATOMIC)),
          Map.entry(Access.SpinTrylock.class, List.of(Kind.ATOMIC)),
          Map.entry(Wait.SpinLock.class, List.of(Kind.ATOMIC)),
          Map.entry(Section.SpinUnlock.class, List.of(Kind.RELEASE)),
          Map.entry(Wait.MutexLock.class, List.of(Kind.ATOMIC)),
          Map.entry(Section.MutexUnlock.class, List.of(Kind.ATOMIC)),
          Map.entry(Access.CallSlot.class, List.of(Kind.LOAD, Kind.INDIRECT_CALL)),
          Map.entry(Access.StaticCall.class, List.of(Kind.PATCHED_CALL)),
          // The breakpoint, what follows it, and the first byte: all CPUs are interrupted three
          // times.
          Map.entry(
              Access.StaticCallUpdate.class,
              List.of(Kind.TEXT_PATCH, Kind.IPI, Kind.IPI, Kind.IPI)),
          Map.entry(Access.SynchronizeRcuBegin.class, List.of(Kind.GRACE_PERIOD)),
          Map.entry(Access.SynchronizeSrcuBegin.class, List.of(Kind.GRACE_PERIOD)),
          Map.entry(Local.Branch.class, List.of(Kind.BRANCH)),
          Map.entry(Local.WarnOn.class, List.of(Kind.BRANCH)),
          Map.entry(Local.BugOn.class, List.of(Kind.BRANCH)),
          Map.entry(Local.NextCpu.class, List.of(Kind.BRANCH)),
          Map.entry(Local.SmpMb.class, List.of(Kind.SMP_MB)),
          Map.entry(Local.SmpRmb.class, List.of(Kind.SMP_RMB)),
          Map.entry(Local.SmpWmb.class, List.of(Kind.SMP_WMB)),
          Map.entry(Section.SrcuReadLock.class, List.of(Kind.SMP_MB)),
          Map.entry(Section.SrcuReadUnlock.class, List.of(Kind.SMP_MB)),
          // The compiler's freedoms: the cost is that of the code as it is written.
          Map.entry(Access.Reload.class, FREE),
          Map.entry(Access.LatePlainStore.class, FREE),
          Map.entry(Local.CompilerChoice.class, FREE),
          Map.entry(Local.MayReload.class, FREE),
          Map.entry(Local.PostponeStore.class, FREE),
          Map.entry(Local.Settle.class, FREE),
          // Of the CPU or the thread alone.
          Map.entry(Local.Assign.class, FREE),
          Map.entry(Local.AllCpus.class, FREE),
          Map.entry(Local.SmpProcessorId.class, FREE),
          Map.entry(Local.Barrier.class, FREE),
          Map.entry(Local.CpuRelax.class, FREE),
          Map.entry(Section.RcuReadLock.class, FREE),
          Map.entry(Section.RcuReadUnlock.class, FREE),
          Map.entry(Section.PreemptDisable.class, FREE),
          Map.entry(Section.PreemptEnable.class, FREE),
          Map.entry(Section.LocalIrqSave.class, FREE),
          Map.entry(Section.LocalIrqRestore.class, FREE),
          Map.entry(Section.LocalIrqDisable.class, FREE),
          Map.entry(Section.LocalIrqEnable.class, FREE),
          Map.entry(Section.LocalBhDisable.class, FREE),
          Map.entry(Section.LocalBhEnable.class, FREE),
          // Not of the strategy, or paid for elsewhere.
          Map.entry(Local.Reached.class, FREE),
          Map.entry(Section.Begin.class, FREE),
          Map.entry(Section.End.class, FREE),
          Map.entry(Local.FunctionEnd.class, FREE),
          Map.entry(Local.Halt.class, FREE),
          Map.entry(Local.NullCallback.class, FREE),
          Map.entry(Access.ReturnAny.class, FREE),
          Map.entry(Access.ReturnFromSlot.class, FREE),
          Map.entry(Access.Initialise.class, FREE),
          Map.entry(Access.TearDown.class, FREE),
          Map.entry(Wait.SynchronizeRcuEnd.class, FREE),
          Map.entry(Wait.SynchronizeSrcuEnd.class, FREE),
          Map.entry(Section.Registered.class, FREE));

  private Prices() {}

  static List<Kind> of(Step step) {
    if (step instanceof Access.RcuAssignPointer p && p.value() instanceof Value.Null) {
      // No object would have to be seen before NULL.
      return List.of(Kind.STORE);
    }
    return Optional.ofNullable(OF.get(step.getClass()))
        .orElseThrow(() -> new IllegalStateException("no price for " + step.template()));
  }

  /** What is at a call site that is patched for nobody. */
  static Kind of(quiesce.steps.Site.Empty empty) {
    return switch (empty) {
      case RETURN_0 -> Kind.PATCHED_XOR;
      case NOTHING -> Kind.PATCHED_NOP;
      case FUNCTION, OOPS -> Kind.PATCHED_CALL;
    };
  }
}
