package quiesce.cost;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import quiesce.steps.Access;
import quiesce.steps.Local;
import quiesce.steps.LockKind;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Value;
import quiesce.steps.Wait;

/** What each kind of step costs by itself; {@code docs/cost.md} gives the reasons. */
final class Prices {
  private static final List<Kind> FREE = List.of();

  static final Map<Class<? extends Step>, List<Kind>> OF =
      Map.ofEntries(
          Map.entry(Access.IsLocked.class, List.of(Kind.LOAD)),
          Map.entry(Access.Load.class, List.of(Kind.LOAD)),
          Map.entry(Access.Store.class, List.of(Kind.STORE)),
          Map.entry(Access.Rmw.class, List.of(Kind.ATOMIC)),
          Map.entry(Access.Trylock.class, List.of(Kind.ATOMIC)),
          Map.entry(Wait.Lock.class, List.of(Kind.ATOMIC)),
          Map.entry(Section.Unlock.class, List.of(Kind.RELEASE)),
          Map.entry(Access.CallSlot.class, List.of(Kind.LOAD, Kind.INDIRECT_CALL)),
          Map.entry(Access.StaticCall.class, List.of(Kind.PATCHED_CALL)),
          // The breakpoint, what follows it, and the first byte: all CPUs are interrupted three
          // times.
          Map.entry(
              Access.StaticCallUpdate.class,
              List.of(Kind.TEXT_PATCH, Kind.IPI, Kind.IPI, Kind.IPI)),
          Map.entry(Access.GracePeriodBegins.class, List.of(Kind.GRACE_PERIOD)),
          Map.entry(Local.Branch.class, List.of(Kind.BRANCH)),
          Map.entry(Local.WarnOn.class, List.of(Kind.BRANCH)),
          Map.entry(Local.BugOn.class, List.of(Kind.BRANCH)),
          Map.entry(Local.NextCpu.class, List.of(Kind.BRANCH)),
          Map.entry(Local.Fence.class, FREE),
          Map.entry(Section.SrcuReadLock.class, List.of(Kind.SMP_MB)),
          Map.entry(Section.SrcuReadUnlock.class, List.of(Kind.SMP_MB)),
          // The compiler's freedoms: the cost is that of the code as it is written.
          Map.entry(Local.CompilerChoice.class, FREE),
          Map.entry(Local.MayReload.class, FREE),
          Map.entry(Local.PostponeStore.class, FREE),
          Map.entry(Local.Settle.class, FREE),
          // Of the CPU or the thread alone.
          Map.entry(Local.Assign.class, FREE),
          Map.entry(Local.AllCpus.class, FREE),
          Map.entry(Local.SmpProcessorId.class, FREE),
          Map.entry(Local.CpuRelax.class, FREE),
          Map.entry(Section.Enter.class, FREE),
          Map.entry(Section.Leave.class, FREE),
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
          Map.entry(Wait.GracePeriodEnds.class, FREE),
          Map.entry(Section.Registered.class, FREE));

  private Prices() {}

  static List<Kind> of(Step step) {
    if (step instanceof Access.Load l && l.kind() == Access.Load.Kind.RELOAD
        || step instanceof Access.Store w && w.late().isPresent()) {
      // The compiler's freedoms: the cost is that of the code as it is written.
      return FREE;
    } else if (Access.Marking.ACQUIRE.of(step)) {
      return List.of(Kind.LOAD, Kind.ACQUIRE);
    } else if (Access.Marking.RELEASE.of(step)) {
      // No object would have to be seen before NULL.
      boolean ofNull =
          step instanceof Access.Store w
              && w.kind() == Access.Store.Kind.RCU_ASSIGN_POINTER
              && w.value() instanceof Value.Null;
      return ofNull ? List.of(Kind.STORE) : List.of(Kind.STORE, Kind.RELEASE);
    }
    if (step instanceof Local.Fence f) {
      return f.kind() == Local.Fence.Kind.BARRIER ? FREE : List.of(Kind.valueOf(f.kind().name()));
    }
    if (LockKind.MUTEX.releasedBy(step)) {
      return List.of(Kind.ATOMIC);
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
