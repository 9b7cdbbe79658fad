package quiesce.lkmm;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.export.Inexpressible;
import quiesce.steps.Access;
import quiesce.steps.LateAccess;
import quiesce.steps.Local;
import quiesce.steps.LockKind;
import quiesce.steps.PerKind;
import quiesce.steps.Region;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Value;
import quiesce.steps.Wait;

/** What each kind of step is in a litmus test: none is left out. */
final class StepForms {
  private record Row(Class<? extends Step> kind, BiConsumer<Scribe, Step> form) {}

  private static final PerKind<BiConsumer<Scribe, Step>> ALL =
      new PerKind<>(
          "form in a litmus test",
          Stream.of(memory(), locals(), sections(), later())
              .flatMap(rows -> rows)
              .collect(Collectors.toMap(Row::kind, Row::form)));

  private StepForms() {}

  /**
   * Writes what comes of a step; where a branch leads, whoever calls it says.
   *
   * @throws Inexpressible if it has no form
   */
  static void write(Scribe s, Step step) {
    Uses.holds(s);
    ALL.of(step).accept(s, step);
  }

  private static Stream<Row> memory() {
    return Stream.of(
        row(Access.Load.class, MemoryForms::load),
        row(Access.Store.class, MemoryForms::store),
        row(Access.Rmw.class, MemoryForms::rmw),
        row(Access.Use.class, (s, u) -> Uses.of(s, u.location().object())),
        row(Access.Initialise.class, (s, i) -> Uses.initialise(s)),
        row(Access.TearDown.class, (s, t) -> Uses.tearDown(s)),
        row(Access.CallSlot.class, Uses::call),
        row(
            Access.ReturnAny.class,
            (s, r) -> {
              Uses.returns(s);
              r.local().ifPresent(l -> s.any(l, r.domain()));
            }),
        row(Access.ReturnFromSlot.class, (s, r) -> Uses.returns(s)),
        none(Access.Allocate.class, "memory that is allocated"),
        none(Access.Free.class, "memory that is freed"),
        none(Access.StaticCall.class, "a static call"),
        none(Access.StaticCallUpdate.class, "a static call"));
  }

  private static Stream<Row> locals() {
    return Stream.of(
        nothing(Local.Branch.class),
        nothing(Local.Choice.class),
        row(Local.Assign.class, (s, a) -> s.assign(a.local(), a.value())),
        row(Local.AnyValue.class, (s, a) -> s.any(a.local(), a.domain())),
        row(Local.WarnOn.class, (s, w) -> warning(s, w.condition(), false)),
        row(Local.BugOn.class, (s, b) -> warning(s, b.condition(), true)),
        row(Local.MayReload.class, StepForms::mayReload),
        row(Local.Fence.class, (s, f) -> s.add("%s()", f.kind().c())),
        // Whose data it is, is asked for ConsistentSnapshot alone, which has no test.
        nothing(Local.HandOn.class),
        // Its store is made in its place.
        nothing(Local.Settle.class),
        none(Local.PostponeStore.class, "a store that is made later"),
        nothing(Local.Nothing.class),
        nothing(Local.CpuRelax.class),
        nothing(Local.Reached.class),
        nothing(Local.FunctionEnd.class),
        none(Local.SmpProcessorId.class, "a CPU's number"),
        none(Local.AllCpus.class, "a loop over all CPUs"),
        none(Local.NextCpu.class, "a loop over all CPUs"),
        none(Local.NullCallback.class, "a call of NULL"),
        none(Local.Halt.class, "the end of a litmus test's process"));
  }

  private static void warning(Scribe s, Value condition, boolean ends) {
    if (s.asks(Question.WARNING)) {
      String register = s.registers().fresh("warned", 0);
      s.add(
          new Statement.If(
              s.condition(condition), List.of(Statement.line("%s = 1", register)), List.of()));
      s.registers().faulty(register, 1);
      if (ends) {
        s.registers().demands(register, 0);
      }
    } else if (ends) {
      throw new Inexpressible("a BUG_ON(), which ends the run,");
    }
  }

  /** Where all of them hold, a flag is set. */
  private static void mayReload(Scribe s, Local.MayReload m) {
    s.assign(m.flag(), new Value.Truth(false));
    List<Statement> set = s.apart(() -> s.assign(m.flag(), new Value.Number(1)));
    for (int i = m.onlyIf().size() - 1; i >= 0; i--) {
      set = List.of(new Statement.If(s.condition(m.onlyIf().get(i)), set, List.of()));
    }
    set.forEach(s::add);
  }

  private static Stream<Row> sections() {
    return Stream.of(
        row(
            Section.Begin.class,
            (s, b) -> {
              if (s.role().thread().pinsProvider()) {
                throw new Inexpressible("a task that keeps the provider registered");
              } else if (b.due()) {
                throw new Inexpressible("a run that somebody asks for");
              }
            }),
        nothing(Section.End.class),
        row(
            Section.Registered.class,
            (s, r) -> {
              if (r.counted()) {
                throw new Inexpressible("a reference to the module");
              }
            }),
        row(Section.Enter.class, (s, e) -> enter(s, e.kind(), "rcu_read_lock()")),
        row(Section.Leave.class, (s, l) -> enter(s, l.kind(), "rcu_read_unlock()")),
        row(
            Section.SrcuReadLock.class,
            (s, l) ->
                s.add(
                    "%s = srcu_read_lock(%s)",
                    s.index(l.section().name()), s.domain(l.section().domain()))),
        row(
            Section.SrcuReadUnlock.class,
            (s, u) ->
                s.add(
                    "srcu_read_unlock(%s, %s)",
                    s.domain(u.section().domain()), s.index(u.section().name()))),
        nothing(Access.GracePeriodBegins.class),
        row(Wait.GracePeriodEnds.class, MemoryForms::gracePeriod),
        row(
            Wait.Lock.class,
            (s, l) -> {
              lock(s, l, "spin_lock(%s)");
              if (s.isSectionUnderLock()) {
                s.add("rcu_read_lock()");
              }
            }),
        row(
            Section.Unlock.class,
            (s, u) -> {
              if (s.isSectionUnderLock()) {
                s.add("rcu_read_unlock()");
              }
              lock(s, u, "spin_unlock(%s)");
            }),
        none(Access.Trylock.class, "a lock that may be taken or not"),
        none(Access.IsLocked.class, "a look at a lock"),
        none(Section.InitLock.class, "a lock of an object"),
        none(Section.Queue.class, "a lock that several may hold"));
  }

  /**
   * A task that is not preempted is in a read-side section. What it holds off besides has no form,
   * unless nobody would come.
   */
  private static void enter(Scribe s, Region region, String form) {
    boolean handlers =
        switch (region) {
          case RCU, PREEMPT_OFF -> false;
          case SOFTIRQ_OFF, IRQ_SAVED, IRQ_OFF -> s.cast().hasHeldOff(s.role().thread(), region);
        };
    if (handlers) {
      throw new Inexpressible("a mask of interrupts");
    }
    if (!s.role().thread().context().isHandler()) {
      s.add(form);
    }
  }

  private static void lock(Scribe s, Step.OfLock l, String form) {
    if (l.kind() != LockKind.SPINLOCK) {
      throw new Inexpressible(
          switch (l.kind()) {
            case SPINLOCK, MUTEX -> "waiting for a mutex";
            case RUN -> "a run of which there is one at a time";
            case MODULE -> "a reference to the module";
            case READ_LOCK,
                WRITE_LOCK,
                DOWN_READ,
                DOWN_WRITE,
                PERCPU_DOWN_READ,
                PERCPU_DOWN_WRITE ->
                "a lock that several may hold";
          });
    } else if (l.object().isPresent()) {
      throw new Inexpressible("a lock of an object");
    }
    s.add(form, s.lock(l.lock()));
  }

  private static Stream<Row> later() {
    return Stream.of(
            Wait.Run.class,
            Wait.Ended.class,
            Wait.NoneAwaited.class,
            LateAccess.Arm.class,
            LateAccess.Cancel.class,
            LateAccess.IsDue.class,
            LateAccess.Switch.class,
            LateAccess.ShouldStop.class,
            LateAccess.Line.class,
            LateAccess.Outlived.class,
            LateAccess.Exists.class,
            LateAccess.WakeUp.class,
            LateAccess.LeaveQueue.class,
            LateAccess.Await.class,
            LateAccess.Over.class,
            LateAccess.Hand.class)
        .map(kind -> none(kind, "what runs later, or when somebody asks for it,"));
  }

  private static <S extends Step> Row row(Class<S> kind, BiConsumer<Scribe, S> form) {
    return new Row(kind, (s, step) -> form.accept(s, kind.cast(step)));
  }

  private static Row nothing(Class<? extends Step> kind) {
    return new Row(kind, (s, step) -> {});
  }

  private static Row none(Class<? extends Step> kind, String what) {
    return new Row(
        kind,
        (s, step) -> {
          throw new Inexpressible(what);
        });
  }
}
