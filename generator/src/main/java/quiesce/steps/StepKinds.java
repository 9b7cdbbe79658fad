package quiesce.steps;

import static quiesce.steps.Price.ACQUIRE;
import static quiesce.steps.Price.ATOMIC;
import static quiesce.steps.Price.BRANCH;
import static quiesce.steps.Price.GRACE_PERIOD;
import static quiesce.steps.Price.INDIRECT_CALL;
import static quiesce.steps.Price.IPI;
import static quiesce.steps.Price.LOAD;
import static quiesce.steps.Price.PATCHED_CALL;
import static quiesce.steps.Price.RELEASE;
import static quiesce.steps.Price.SMP_MB;
import static quiesce.steps.Price.SMP_RMB;
import static quiesce.steps.Price.SMP_WMB;
import static quiesce.steps.Price.STORE;
import static quiesce.steps.Price.TEXT_PATCH;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of each record of steps, side by side. */
public final class StepKinds {
  /**
   * @param place the word for where a thread is that is about to take the step
   * @param barrier whether the compiler moves nothing across it
   * @param holding what it does to what its thread holds
   * @param price what it costs by itself; {@code docs/cost.md} gives the reasons
   */
  private record Row(
      Class<? extends Step> kind,
      Function<Step, String> place,
      Predicate<Step> barrier,
      BiConsumer<Step, Holding> holding,
      Function<Step, List<Price>> price) {}

  private static final Predicate<Step> BARRIER = s -> true;
  private static final Predicate<Step> NO_BARRIER = s -> false;
  private static final BiConsumer<Step, Holding> NOTHING = (s, h) -> {};
  private static final BiConsumer<Step, Holding> FINISHES = (s, h) -> h.finishes();
  private static final Function<Step, List<Price>> FREE = paid();

  private static final PerKind<Row> ALL =
      new PerKind<>(
          "line in StepKinds",
          Stream.of(accesses(), waits(), sections(), locals())
              .flatMap(List::stream)
              .collect(Collectors.toMap(Row::kind, r -> r)));

  private StepKinds() {}

  private static List<Row> accesses() {
    return List.of(
        row(
            Access.Load.class,
            l -> (Access.Load.Kind.RELOAD.is(l) ? "reload " : "load ") + l.location().name(),
            Access.Marking.ACQUIRE::of,
            NOTHING,
            StepKinds::price),
        row(
            Access.Store.class,
            w -> (w.late().isPresent() ? "late store " : "store ") + w.location().name(),
            Access.Marking.RELEASE::of,
            NOTHING,
            StepKinds::price),
        row(
            Access.Rmw.class,
            r -> word(r) + " " + r.location().name(),
            r -> r.order() != Access.Order.RELAXED,
            NOTHING,
            paid(ATOMIC)),
        row(
            Access.Trylock.class,
            l -> l.kind().trylock(),
            BARRIER,
            (l, h) -> h.tries(l.local(), l.kind(), l.lock()),
            paid(ATOMIC)),
        row(Access.IsLocked.class, l -> l.kind().isLocked(), NO_BARRIER, NOTHING, paid(LOAD)),
        row(
            Access.CallSlot.class,
            c -> "call " + c.slot(),
            BARRIER,
            NOTHING,
            paid(LOAD, INDIRECT_CALL)),
        row(Access.ReturnAny.class, r -> "in " + r.slot(), BARRIER, NOTHING, FREE),
        row(Access.ReturnFromSlot.class, r -> "end of " + r.slot(), BARRIER, NOTHING, FREE),
        row(
            Access.StaticCall.class,
            c -> "static_call " + c.site().name(),
            BARRIER,
            NOTHING,
            paid(PATCHED_CALL)),
        // The breakpoint, what follows it, and the first byte: all CPUs are interrupted three
        // times.
        row(
            Access.StaticCallUpdate.class,
            u -> "patch " + u.site().name(),
            BARRIER,
            (u, h) -> h.sleeps("static_call_update()"),
            paid(TEXT_PATCH, IPI, IPI, IPI)),
        row(
            Access.GracePeriodBegins.class,
            b -> b.domain().isEmpty() ? "synchronize_rcu" : "synchronize_srcu " + b.domain(),
            BARRIER,
            (b, h) -> h.waitsForReaders(b.domain()),
            paid(GRACE_PERIOD)),
        row(Access.Initialise.class, at("initialise"), BARRIER, FINISHES, FREE),
        row(Access.TearDown.class, at("tear down"), BARRIER, FINISHES, FREE));
  }

  private static List<Row> waits() {
    return List.of(
        row(
            Wait.GracePeriodEnds.class,
            e -> e.domain().isEmpty() ? "grace period" : "grace period of " + e.domain(),
            BARRIER,
            NOTHING,
            FREE),
        row(
            Wait.Lock.class,
            l -> l.kind().lock() + " " + l.lock(),
            BARRIER,
            (l, h) -> h.takes(l.kind(), l.lock()),
            paid(ATOMIC)));
  }

  private static List<Row> sections() {
    return List.of(
        row(Section.Begin.class, at("idle"), BARRIER, NOTHING, FREE),
        row(Section.End.class, at("return"), BARRIER, FINISHES, FREE),
        row(Section.Registered.class, at("registered"), BARRIER, FINISHES, FREE),
        row(
            Section.Enter.class,
            e -> e.kind().enter(),
            BARRIER,
            (e, h) -> h.enters(e.kind()),
            FREE),
        row(
            Section.Leave.class,
            l -> l.kind().leave(),
            BARRIER,
            (l, h) -> h.leaves(l.kind()),
            FREE),
        row(
            Section.SrcuReadLock.class,
            at("srcu_read_lock"),
            BARRIER,
            (l, h) -> h.begins(l),
            paid(SMP_MB)),
        row(
            Section.SrcuReadUnlock.class,
            at("srcu_read_unlock"),
            BARRIER,
            (u, h) -> h.ends(u.section()),
            paid(SMP_MB)),
        row(
            Section.Unlock.class,
            u -> u.kind().unlock() + " " + u.lock(),
            BARRIER,
            (u, h) -> h.releases(u.kind(), u.lock()),
            u -> List.of(u.kind() == LockKind.MUTEX ? ATOMIC : RELEASE)));
  }

  private static List<Row> locals() {
    return List.of(
        row(Local.Assign.class, a -> "assign " + a.local(), NO_BARRIER, NOTHING, FREE),
        row(Local.Branch.class, at("if"), NO_BARRIER, NOTHING, paid(BRANCH)),
        row(Local.AllCpus.class, at("all_cpus"), NO_BARRIER, NOTHING, FREE),
        row(Local.NextCpu.class, at("next CPU"), NO_BARRIER, NOTHING, paid(BRANCH)),
        row(Local.SmpProcessorId.class, at("smp_processor_id"), NO_BARRIER, NOTHING, FREE),
        row(Local.WarnOn.class, at("warn_on"), NO_BARRIER, NOTHING, paid(BRANCH)),
        row(Local.BugOn.class, at("bug_on"), NO_BARRIER, NOTHING, paid(BRANCH)),
        row(Local.NullCallback.class, at("null_callback"), NO_BARRIER, NOTHING, FREE),
        row(Local.Fence.class, f -> f.kind().c(), BARRIER, NOTHING, StepKinds::price),
        row(Local.CpuRelax.class, at("cpu_relax"), BARRIER, NOTHING, FREE),
        // The compiler's freedoms: the cost is that of the code as it is written.
        row(Local.CompilerChoice.class, at("compiler_choice"), NO_BARRIER, NOTHING, FREE),
        row(Local.MayReload.class, at("may_reload"), NO_BARRIER, NOTHING, FREE),
        row(Local.PostponeStore.class, at("postpone_store"), NO_BARRIER, NOTHING, FREE),
        row(Local.Settle.class, at("settle"), NO_BARRIER, NOTHING, FREE),
        // Not of the C code.
        row(Local.Reached.class, at("reached"), NO_BARRIER, NOTHING, FREE),
        row(Local.FunctionEnd.class, at("function_end"), BARRIER, NOTHING, FREE),
        row(Local.Halt.class, at("done"), NO_BARRIER, FINISHES, FREE));
  }

  private static <S extends Step> Row row(
      Class<S> kind,
      Function<? super S, String> place,
      Predicate<? super S> barrier,
      BiConsumer<? super S, Holding> holding,
      Function<? super S, List<Price>> price) {
    return new Row(
        kind,
        s -> place.apply(kind.cast(s)),
        s -> barrier.test(kind.cast(s)),
        (s, h) -> holding.accept(kind.cast(s), h),
        s -> price.apply(kind.cast(s)));
  }

  private static Function<Step, String> at(String word) {
    return s -> word;
  }

  private static Function<Step, List<Price>> paid(Price... price) {
    return s -> List.of(price);
  }

  private static String word(Access.Rmw r) {
    return r.operation().isCalculation() ? "atomic" : r.name().toLowerCase(Locale.ROOT);
  }

  private static List<Price> price(Access.Load l) {
    return switch (l.kind()) {
      // The compiler's freedom: the cost is that of the code as it is written.
      case RELOAD -> List.of();
      case LOAD_ACQUIRE -> List.of(LOAD, ACQUIRE);
      case PLAIN_LOAD, READ_ONCE, RCU_DEREFERENCE, RCU_ACCESS_POINTER, THIS_CPU_READ ->
          List.of(LOAD);
    };
  }

  private static List<Price> price(Local.Fence f) {
    return switch (f.kind()) {
      case SMP_MB -> List.of(SMP_MB);
      case SMP_RMB -> List.of(SMP_RMB);
      case SMP_WMB -> List.of(SMP_WMB);
      case BARRIER -> List.of();
    };
  }

  private static List<Price> price(Access.Store w) {
    return switch (w.kind()) {
      case LATE_PLAIN_STORE -> List.of();
      case STORE_RELEASE -> List.of(STORE, RELEASE);
      // No object would have to be seen before NULL.
      case RCU_ASSIGN_POINTER ->
          w.value() instanceof Value.Null ? List.of(STORE) : List.of(STORE, RELEASE);
      case PLAIN_STORE, WRITE_ONCE, THIS_CPU_WRITE -> List.of(STORE);
    };
  }

  static Set<Class<? extends Step>> records() {
    return ALL.records();
  }

  /** The word for where a thread is that is about to take a step. */
  public static String place(Step s) {
    return ALL.of(s).place().apply(s);
  }

  /**
   * Whether the compiler sees in a step that anything may have changed: it repeats no load and puts
   * off no store past it. See "Who's afraid of a big bad optimizing compiler?" (LWN, 2019):
   * invented loads, store reordering.
   */
  public static boolean isCompilerBarrier(Step s) {
    return ALL.of(s).barrier().test(s);
  }

  /** Does what a step does to what its thread holds. */
  public static void take(Step s, Holding holding) {
    ALL.of(s).holding().accept(s, holding);
  }

  /** What a step costs by itself; a kind that is paid twice is there twice. */
  public static List<Price> price(Step s) {
    return ALL.of(s).price().apply(s);
  }
}
