package quiesce.steps;

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
      Function<Step, List<Price>> price) {
    Row costing(Function<Step, Price> other) {
      return new Row(kind, place, barrier, holding, s -> List.of(other.apply(s)));
    }

    Row holding(BiConsumer<Step, Holding> other) {
      return new Row(kind, place, barrier, other, price);
    }
  }

  private static final BiConsumer<Step, Holding> FINISHES = (s, h) -> h.finishes();

  private static final PerKind<Row> ALL =
      new PerKind<>(
          "line in StepKinds",
          Stream.of(accesses(), sections(), locals())
              .flatMap(r -> r)
              .collect(Collectors.toMap(Row::kind, r -> r)));

  private StepKinds() {}

  private static Stream<Row> accesses() {
    return Stream.of(
        row(Access.Load.class, StepKinds::word, Access.Marking.ACQUIRE::of, StepKinds::price),
        row(Access.Store.class, StepKinds::word, Access.Marking.RELEASE::of, StepKinds::price),
        row(Access.Rmw.class, StepKinds::word, StepKinds::orders, r -> List.of(Price.ATOMIC)),
        crossed(Access.Use.class, u -> "use " + u.location().name()),
        crossed(Access.IsLocked.class, l -> l.kind().isLocked(), Price.LOAD),
        barrier(Access.CallSlot.class, c -> "call " + c.slot(), Price.LOAD, Price.INDIRECT_CALL),
        barrier(Access.ReturnAny.class, r -> "in " + r.slot()),
        barrier(Access.ReturnFromSlot.class, r -> "end of " + r.slot()),
        barrier(Access.StaticCall.class, c -> "static_call " + c.site().name(), Price.PATCHED_CALL),
        // The breakpoint, what follows it, and the first byte: all CPUs are interrupted three
        // times.
        holding(
            Access.StaticCallUpdate.class,
            u -> "patch " + u.site().name(),
            (u, h) -> h.sleeps("static_call_update()"),
            Price.TEXT_PATCH,
            Price.IPI,
            Price.IPI,
            Price.IPI),
        holding(
            Access.GracePeriodBegins.class,
            b -> b.domain().isEmpty() ? "synchronize_rcu" : "synchronize_srcu " + b.domain(),
            (b, h) -> h.waitsForReaders(b.domain()),
            Price.GRACE_PERIOD),
        barrier(
            Wait.GracePeriodEnds.class,
            e -> e.domain().isEmpty() ? "grace period" : "grace period of " + e.domain()),
        holding(Access.Initialise.class, at("initialise"), FINISHES),
        holding(Access.TearDown.class, at("tear down"), FINISHES),
        holding(Access.Allocate.class, Access.Allocate::call, StepKinds::mayWait),
        barrier(Access.Free.class, at("kfree")),
        barrier(LateAccess.Arm.class, a -> "arm " + a.of().name(), Price.ATOMIC),
        barrier(LateAccess.Cancel.class, c -> "cancel " + c.of().name(), Price.ATOMIC),
        barrier(LateAccess.Await.class, a -> "rcu_barrier " + a.of().name(), Price.ATOMIC),
        holding(
            LateAccess.Hand.class,
            t -> "hand " + t.of().name(),
            (t, h) -> h.releases(run(t.of())),
            Price.ATOMIC),
        holding(
            LateAccess.Over.class,
            o -> "over " + o.of().name(),
            (o, h) -> h.releases(run(o.of())),
            Price.ATOMIC),
        holding(
            Wait.NoneAwaited.class,
            n -> "awaited " + n.of().name(),
            (n, h) -> h.sleeps("rcu_barrier()"),
            Price.GRACE_PERIOD),
        barrier(LateAccess.WakeUp.class, w -> "wake " + w.of().name(), Price.ATOMIC),
        barrier(LateAccess.LeaveQueue.class, l -> "leave " + l.of().name(), Price.STORE),
        crossed(LateAccess.ShouldStop.class, s -> "should stop " + s.of().name(), Price.LOAD),
        crossed(
            LateAccess.Exists.class,
            e -> (e.of().kind() == Deferred.Kind.QUEUE ? "find " : "stop ") + e.of().name()),
        crossed(LateAccess.Outlived.class, o -> "outlived " + o.of().name()),
        crossed(LateAccess.IsDue.class, d -> "is due " + d.of().name(), Price.LOAD),
        holding(
            LateAccess.Line.class,
            l -> l.does().c() + " " + l.of().name(),
            StepKinds::sleeps,
            Price.ATOMIC),
        barrier(LateAccess.Switch.class, w -> "switch " + w.of().name(), Price.ATOMIC),
        holding(
            Wait.Ended.class,
            e -> (e.begins() ? "begun " : "ended ") + e.of().name(),
            StepKinds::waits,
            Price.ATOMIC));
  }

  private static Stream<Row> sections() {
    return Stream.of(
        barrier(Section.Begin.class, at("idle")),
        holding(Wait.Run.class, at("idle"), (r, h) -> h.takes(run(r.of()))),
        holding(Section.End.class, at("return"), FINISHES),
        holding(Section.Registered.class, at("registered"), FINISHES),
        holding(Section.Enter.class, e -> e.kind().enter(), (e, h) -> h.enters(e.kind())),
        holding(Section.Leave.class, l -> l.kind().leave(), (l, h) -> h.leaves(l.kind())),
        holding(
            Section.SrcuReadLock.class, at("srcu_read_lock"), (l, h) -> h.begins(l), Price.SMP_MB),
        holding(
            Section.SrcuReadUnlock.class,
            at("srcu_read_unlock"),
            (u, h) -> h.ends(u.section()),
            Price.SMP_MB),
        barrier(Section.Queue.class, q -> "queue " + q.lock()),
        crossed(Section.InitLock.class, i -> "initialise " + i.lock(), Price.STORE),
        holding(Wait.Lock.class, l -> l.kind().lock() + " " + l.lock(), (l, h) -> h.takes(l.held()))
            .costing(StepKinds::priceOfTaking),
        holding(
            Access.Trylock.class,
            l -> l.kind().trylock(),
            (l, h) -> h.tries(l.local(), l.held()),
            Price.ATOMIC),
        holding(
                Section.Unlock.class,
                u -> u.kind().unlock() + " " + u.lock(),
                (u, h) -> h.releases(u.held()))
            .costing(StepKinds::priceOfReleasing));
  }

  private static Atomic.Lock run(Deferred of) {
    return new Atomic.Lock(LockKind.RUN, of.running());
  }

  private static Stream<Row> locals() {
    return Stream.of(
        crossed(Local.Assign.class, a -> "assign " + a.local()),
        crossed(Local.Branch.class, at("if"), Price.BRANCH),
        crossed(Local.AllCpus.class, at("all_cpus")),
        crossed(Local.NextCpu.class, at("next CPU"), Price.BRANCH),
        crossed(Local.SmpProcessorId.class, at("smp_processor_id")),
        crossed(Local.AnyValue.class, a -> "given " + a.local()),
        crossed(Local.WarnOn.class, at("warn_on"), Price.BRANCH),
        crossed(Local.BugOn.class, at("bug_on"), Price.BRANCH),
        crossed(Local.HandOn.class, at("hand_on")),
        crossed(Local.NullCallback.class, at("null_callback")),
        row(Local.Fence.class, f -> f.kind().c(), f -> true, StepKinds::price),
        crossed(Local.Nothing.class, at("nothing")),
        barrier(Local.CpuRelax.class, at("cpu_relax")),
        // The compiler's freedoms: the cost is that of the code as it is written.
        crossed(Local.Choice.class, at("choice")),
        crossed(Local.MayReload.class, at("may_reload")),
        crossed(Local.PostponeStore.class, at("postpone_store")),
        crossed(Local.Settle.class, at("settle")),
        // Not of the C code.
        crossed(Local.Reached.class, at("reached")).holding((s, h) -> sleeps((Local.Reached) s, h)),
        barrier(Local.FunctionEnd.class, at("function_end")),
        holding(Local.Halt.class, at("done"), FINISHES));
  }

  /** The compiler moves accesses across it, and it holds nothing. */
  private static <S extends Step> Row crossed(
      Class<S> kind, Function<? super S, String> place, Price... price) {
    return row(kind, place, s -> false, s -> List.of(price));
  }

  /** The compiler moves nothing across it, and it holds nothing. */
  private static <S extends Step> Row barrier(
      Class<S> kind, Function<? super S, String> place, Price... price) {
    return row(kind, place, s -> true, s -> List.of(price));
  }

  /** It changes what is held, or must not be taken with something held: a barrier. */
  private static <S extends Step> Row holding(
      Class<S> kind,
      Function<? super S, String> place,
      BiConsumer<? super S, Holding> holding,
      Price... price) {
    Row row = barrier(kind, place, price);
    return new Row(
        kind, row.place, row.barrier, (s, h) -> holding.accept(kind.cast(s), h), row.price);
  }

  /** It holds nothing. */
  private static <S extends Step> Row row(
      Class<S> kind,
      Function<? super S, String> place,
      Predicate<? super S> barrier,
      Function<? super S, List<Price>> price) {
    return new Row(
        kind,
        s -> place.apply(kind.cast(s)),
        s -> barrier.test(kind.cast(s)),
        (s, h) -> {},
        s -> price.apply(kind.cast(s)));
  }

  /** The reader of a per-CPU semaphore counts itself on its CPU; its writer waits for readers. */
  private static Price priceOfTaking(Step s) {
    return switch (((Wait.Lock) s).kind()) {
      case PERCPU_DOWN_READ -> Price.STORE;
      case PERCPU_DOWN_WRITE -> Price.GRACE_PERIOD;
      default -> Price.ATOMIC;
    };
  }

  private static Price priceOfReleasing(Step s) {
    return switch (((Section.Unlock) s).kind()) {
      case SPINLOCK, WRITE_LOCK -> Price.RELEASE;
      case PERCPU_DOWN_READ -> Price.STORE;
      default -> Price.ATOMIC;
    };
  }

  /**
   * Work ends in its own time; a timer's function or a handler, which does not sleep, at once. Who
   * may sleep although such a one does not says so by a step of its own.
   */
  private static void waits(Wait.Ended e, Holding holding) {
    if (e.of().kind() == Deferred.Kind.WORK || e.of().kind() == Deferred.Kind.TASKLET) {
      holding.sleeps("waiting for work");
    } else if (e.of().kind() == Deferred.Kind.THREAD) {
      holding.sleeps("kthread_stop()");
    }
  }

  private static void sleeps(LateAccess.Line l, Holding holding) {
    if (l.does().isOfHandler()) {
      holding.sleeps(l.does().c() + "()");
    }
  }

  private static void mayWait(Access.Allocate a, Holding holding) {
    if (a.sleeps()) {
      holding.sleeps(a.call() + "(..., GFP_KERNEL)");
    }
  }

  private static void sleeps(Local.Reached r, Holding holding) {
    if (r.mightSleep()) {
      holding.sleeps("this");
    }
  }

  private static Function<Step, String> at(String word) {
    return s -> word;
  }

  private static String word(Access.Load l) {
    return (Access.Load.Kind.RELOAD.is(l) ? "reload " : "load ") + l.location().name();
  }

  private static String word(Access.Store w) {
    return (w.late().isPresent() ? "late store " : "store ") + w.location().name();
  }

  private static String word(Access.Rmw r) {
    String operation = r.operation().isCalculation() ? "atomic" : r.name().toLowerCase(Locale.ROOT);
    return operation + " " + r.location().name();
  }

  private static boolean orders(Access.Rmw r) {
    return r.order() != Access.Order.RELAXED;
  }

  private static List<Price> price(Access.Load l) {
    return switch (l.kind()) {
      // The compiler's freedom: the cost is that of the code as it is written.
      case RELOAD -> List.of();
      case LOAD_ACQUIRE -> List.of(Price.LOAD, Price.ACQUIRE);
      case PLAIN_LOAD, READ_ONCE, RCU_DEREFERENCE, RCU_ACCESS_POINTER, THIS_CPU_READ ->
          List.of(Price.LOAD);
    };
  }

  private static List<Price> price(Local.Fence f) {
    return switch (f.kind()) {
      case SMP_MB -> List.of(Price.SMP_MB);
      case SMP_RMB -> List.of(Price.SMP_RMB);
      case SMP_WMB -> List.of(Price.SMP_WMB);
      case BARRIER -> List.of();
    };
  }

  private static List<Price> price(Access.Store w) {
    return switch (w.kind()) {
      case LATE_PLAIN_STORE -> List.of();
      case STORE_RELEASE -> List.of(Price.STORE, Price.RELEASE);
      // No object would have to be seen before NULL.
      case RCU_ASSIGN_POINTER ->
          w.value() instanceof Value.Null
              ? List.of(Price.STORE)
              : List.of(Price.STORE, Price.RELEASE);
      case PLAIN_STORE, WRITE_ONCE, THIS_CPU_WRITE -> List.of(Price.STORE);
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
