package quiesce.promela;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.export.Inexpressible;
import quiesce.promela.Statement.Branch;
import quiesce.steps.Access;
import quiesce.steps.LateAccess;
import quiesce.steps.Local;
import quiesce.steps.PerKind;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Wait;

/** What each kind of step is in Promela: none is left out. */
final class StepTexts {
  private record Row(Class<? extends Step> kind, Function<At, List<Branch>> text) {}

  private static final PerKind<Function<At, List<Branch>>> ALL =
      new PerKind<>(
          "Promela",
          Stream.of(memory(), calls(), locals(), sections(), locks(), later())
              .flatMap(rows -> rows)
              .collect(Collectors.toMap(Row::kind, Row::text)));

  private StepTexts() {}

  /** All that may come of the step of a node; nothing of one that is never taken. */
  static List<Branch> of(At at) {
    return ALL.of(at.node().step()).apply(at);
  }

  private static Stream<Row> memory() {
    return Stream.of(
        row(Access.Load.class, MemorySteps::load),
        row(Access.Store.class, MemorySteps::store),
        row(Access.Rmw.class, MemorySteps::rmw),
        row(Access.Use.class, MemorySteps::use),
        row(Access.Initialise.class, LifeSteps::initialise),
        row(Access.TearDown.class, LifeSteps::tearDown),
        row(Access.Allocate.class, LifeSteps::allocate),
        row(Access.Free.class, LifeSteps::free));
  }

  private static Stream<Row> calls() {
    return Stream.of(
        row(Access.CallSlot.class, CallSteps::slot),
        row(Access.ReturnAny.class, CallSteps::returnAny),
        row(Access.ReturnFromSlot.class, CallSteps::returns),
        row(Access.StaticCall.class, CallSteps::site),
        row(Access.StaticCallUpdate.class, CallSteps::update));
  }

  private static Stream<Row> locals() {
    return Stream.of(
        row(Local.Branch.class, LocalSteps::branch),
        row(Local.Assign.class, LocalSteps::assign),
        row(Local.AnyValue.class, LocalSteps::any),
        row(Local.WarnOn.class, LocalSteps::warn),
        row(Local.BugOn.class, LocalSteps::bug),
        row(Local.HandOn.class, LocalSteps::handOn),
        row(Local.SmpProcessorId.class, LocalSteps::cpu),
        row(Local.NullCallback.class, (at, s) -> at.anywhere(At.oops(Fault.NULL_DEREFERENCE))),
        row(Local.AllCpus.class, LocalSteps::allCpus),
        row(Local.NextCpu.class, LocalSteps::nextCpu),
        row(Local.Choice.class, LocalSteps::choice),
        row(Local.MayReload.class, LocalSteps::mayReload),
        row(Local.PostponeStore.class, LocalSteps::postpone),
        row(Local.Settle.class, LocalSteps::settle),
        // Everybody sees a store at once: there is nothing to keep in order.
        row(Local.Fence.class, StepTexts::nothing),
        row(Local.Nothing.class, StepTexts::nothing),
        row(Local.CpuRelax.class, StepTexts::nothing),
        row(Local.Reached.class, StepTexts::nothing),
        row(Local.FunctionEnd.class, StepTexts::nothing),
        row(
            Local.Halt.class,
            (at, s) -> {
              throw new Inexpressible("the end of a litmus test's process");
            }));
  }

  private static Stream<Row> sections() {
    return Stream.of(
        row(Section.Begin.class, SectionSteps::begin),
        row(Section.End.class, StepTexts::nothing),
        row(Section.Registered.class, SectionSteps::registered),
        row(Section.Enter.class, (at, s) -> SectionSteps.enter(at, s.kind())),
        row(Section.Leave.class, (at, s) -> SectionSteps.leave(at, s.kind())),
        row(Section.SrcuReadLock.class, SectionSteps::srcuLock),
        row(Section.SrcuReadUnlock.class, SectionSteps::srcuUnlock),
        row(Access.GracePeriodBegins.class, SectionSteps::gracePeriodBegins),
        row(Wait.GracePeriodEnds.class, SectionSteps::gracePeriodEnds));
  }

  private static Stream<Row> locks() {
    return Stream.of(
        row(Wait.Lock.class, LockSteps::lock),
        row(Access.Trylock.class, LockSteps::trylock),
        row(Access.IsLocked.class, LockSteps::isLocked),
        row(Section.Unlock.class, LockSteps::unlock),
        row(Section.InitLock.class, LockSteps::initialise),
        row(Section.Queue.class, LockSteps::queue));
  }

  private static Stream<Row> later() {
    return Stream.of(
        row(Wait.Run.class, LateSteps::run),
        row(Wait.Ended.class, LateSteps::ended),
        row(Wait.NoneAwaited.class, LateSteps::noneAwaited),
        row(LateAccess.Arm.class, LateSteps::arm),
        row(LateAccess.Cancel.class, LateSteps::cancel),
        row(LateAccess.IsDue.class, LateSteps::isDue),
        row(LateAccess.Switch.class, LateSteps::switchOff),
        row(LateAccess.ShouldStop.class, LateSteps::shouldStop),
        row(LateAccess.Line.class, LateLines::change),
        row(LateAccess.Outlived.class, LateSteps::outlived),
        row(LateAccess.Exists.class, LateSteps::exists),
        row(LateAccess.WakeUp.class, (at, s) -> LateSteps.noMoreDue(at, s.of())),
        row(LateAccess.LeaveQueue.class, (at, s) -> LateSteps.noMoreDue(at, s.of())),
        row(LateAccess.Await.class, LateSteps::await),
        row(LateAccess.Over.class, LateSteps::over),
        row(LateAccess.Hand.class, LateSteps::hand));
  }

  private static List<Branch> nothing(At at, Step s) {
    return at.anywhere(at.goOn());
  }

  private static <S extends Step> Row row(Class<S> kind, BiFunction<At, S, List<Branch>> text) {
    return new Row(kind, at -> text.apply(at, kind.cast(at.node().step())));
  }
}
