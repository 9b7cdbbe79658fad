package quiesce.primitives;

import static quiesce.primitives.Dialect.LITMUS;
import static quiesce.primitives.Dialect.STRATEGY;
import static quiesce.steps.Local.Fence.Kind.BARRIER;
import static quiesce.steps.Local.Fence.Kind.SMP_MB;
import static quiesce.steps.Local.Fence.Kind.SMP_RMB;
import static quiesce.steps.Local.Fence.Kind.SMP_WMB;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.primitives.Primitive.Result;
import quiesce.source.Spelling;
import quiesce.steps.Access;
import quiesce.steps.Access.Load;
import quiesce.steps.Access.Store;
import quiesce.steps.Local;
import quiesce.steps.LockKind;
import quiesce.steps.Region;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Value;
import quiesce.steps.Wait;

/**
 * The kernel's vocabulary: each name once, with what it takes and what it does. The model is
 * herd7's linux-kernel.def.
 */
public final class Primitives {
  private static final Map<String, Primitive> ALL = table();

  private Primitives() {}

  private static Map<String, Primitive> table() {
    Table t = new Table();
    accesses(t);
    fences(t);
    rcu(t);
    flavours(t);
    srcu(t);
    contexts(t);
    locks(t);
    rest(t);
    return t.done();
  }

  private static void accesses(Table t) {
    t.in(STRATEGY, LITMUS)
        .load("READ_ONCE(x)", Load.Kind.READ_ONCE)
        .store("WRITE_ONCE(x, value)", Store.Kind.WRITE_ONCE)
        .load("smp_load_acquire(&x)", Load.Kind.LOAD_ACQUIRE)
        .store("smp_store_release(&x, value)", Store.Kind.STORE_RELEASE)
        .load("rcu_dereference(x)", Load.Kind.RCU_DEREFERENCE)
        .load("rcu_access_pointer(x)", Load.Kind.RCU_ACCESS_POINTER)
        .store("rcu_assign_pointer(x, value)", Store.Kind.RCU_ASSIGN_POINTER);
    AtomicFamilies.exchanges(t);
    t.in(STRATEGY, LITMUS).load("rcu_dereference_raw(x)", Load.Kind.RCU_DEREFERENCE);
    t.in(STRATEGY)
        .load("this_cpu_read(pcp)", Load.Kind.THIS_CPU_READ)
        .load("__this_cpu_read(pcp)", Load.Kind.THIS_CPU_READ)
        .store("this_cpu_write(pcp, value)", Store.Kind.THIS_CPU_WRITE)
        .store("__this_cpu_write(pcp, value)", Store.Kind.THIS_CPU_WRITE)
        .in(LITMUS)
        .load("lockless_dereference(x)", Load.Kind.RCU_DEREFERENCE)
        .steps(
            "smp_store_mb(x, value)",
            o ->
                List.of(
                    new Access.Store(Store.Kind.WRITE_ONCE, o.place(), o.value(0)),
                    new Local.Fence(SMP_MB)));
    t.in(STRATEGY, LITMUS);
    List.of("atomic", "atomic64", "atomic_long").forEach(type -> new AtomicFamilies(t, type).add());
  }

  private static void fences(Table t) {
    t.in(STRATEGY, LITMUS)
        .steps("smp_mb()", new Local.Fence(SMP_MB))
        .steps("smp_rmb()", new Local.Fence(SMP_RMB))
        .steps("smp_wmb()", new Local.Fence(SMP_WMB))
        .steps("barrier()", new Local.Fence(BARRIER))
        .fence(Fence.BEFORE_ATOMIC)
        .fence(Fence.AFTER_ATOMIC)
        .in(LITMUS)
        .fence(Fence.AFTER_SPINLOCK)
        .fence(Fence.AFTER_UNLOCK_LOCK)
        .fence(Fence.AFTER_SRCU_READ_UNLOCK)
        .in(STRATEGY)
        .steps("cpu_relax()", new Local.CpuRelax())
        .steps("might_sleep()", new Local.Reached(true))
        .steps("might_sleep_if(i)", new Local.Reached());
  }

  private static void rcu(Table t) {
    String inPlace = "wait for the grace period in place: synchronize_rcu()";
    Step[] gracePeriod = {new Access.GracePeriodBegins(""), new Wait.GracePeriodEnds("", false)};
    t.in(STRATEGY, LITMUS)
        .steps("rcu_read_lock()", new Section.Enter(Region.RCU))
        .steps("rcu_read_unlock()", new Section.Leave(Region.RCU))
        .steps("synchronize_rcu()", gracePeriod)
        .steps("synchronize_rcu_expedited()", gracePeriod)
        .in(STRATEGY)
        .steps("synchronize_net()", gracePeriod)
        .refused("call_rcu", inPlace)
        .refused("kfree_rcu", inPlace)
        .refused("rcu_barrier", "there are no callbacks of RCU to wait for: leave it out");
    String flavour =
        "another flavour waits for other readers: write rcu_read_lock(), synchronize_rcu()";
    for (String name :
        List.of(
            "synchronize_rcu_tasks",
            "synchronize_rcu_tasks_rude",
            "synchronize_rcu_tasks_trace",
            "call_rcu_tasks",
            "call_rcu_tasks_trace",
            "rcu_read_lock_trace",
            "rcu_read_unlock_trace",
            "rcu_barrier_tasks",
            "rcu_barrier_tasks_trace")) {
      t.refused(name, flavour);
    }
  }

  /** The spellings of include/linux/rcupdate.h that differ in what lockdep is to check. */
  private static void flavours(Table t) {
    Function<Operands, List<Step>> replace =
        o ->
            List.of(
                new Access.Load(Load.Kind.PLAIN_LOAD, o.local(), o.place()),
                new Access.Store(Store.Kind.RCU_ASSIGN_POINTER, o.place(), o.value(0)));
    t.in(STRATEGY)
        .load("rcu_dereference_check(x, c)", Load.Kind.RCU_DEREFERENCE)
        .load("rcu_dereference_bh(x)", Load.Kind.RCU_DEREFERENCE)
        .load("rcu_dereference_bh_check(x, c)", Load.Kind.RCU_DEREFERENCE)
        .load("rcu_dereference_sched(x)", Load.Kind.RCU_DEREFERENCE)
        .load("rcu_dereference_sched_check(x, c)", Load.Kind.RCU_DEREFERENCE)
        .load("srcu_dereference_check(x, &s, c)", Load.Kind.RCU_DEREFERENCE)
        .load("rcu_dereference_protected(x, c)", Load.Kind.PLAIN_LOAD)
        .store("RCU_INIT_POINTER(x, value)", Store.Kind.WRITE_ONCE)
        .steps(
            "rcu_replace_pointer(x, value, c)",
            replace,
            Optional.of(new Result(Result.Kind.READ, Operands::read)))
        .steps("rcu_read_lock_bh()", new Section.Enter(Region.SOFTIRQ_OFF))
        .steps("rcu_read_unlock_bh()", new Section.Leave(Region.SOFTIRQ_OFF))
        .steps("rcu_read_lock_sched()", new Section.Enter(Region.PREEMPT_OFF))
        .steps("rcu_read_unlock_sched()", new Section.Leave(Region.PREEMPT_OFF));
  }

  private static void srcu(Table t) {
    Function<Operands, List<Step>> begin = o -> srcuReadLock(o, false);
    Function<Operands, List<Step>> beginNmiSafe = o -> srcuReadLock(o, true);
    Function<Operands, List<Step>> end =
        o -> List.of(new Section.SrcuReadUnlock(new Section.Srcu(o.object(), o.index())));
    Function<Operands, List<Step>> gracePeriod =
        o ->
            List.of(
                new Access.GracePeriodBegins(o.object()),
                new Wait.GracePeriodEnds(o.object(), false));
    Optional<Result> index = Optional.of(new Result(Result.Kind.INDEX, Operands::read));
    t.in(STRATEGY, LITMUS)
        .steps("srcu_read_lock(&s)", begin, index)
        .steps("srcu_read_unlock(&s, index)", end)
        .steps("synchronize_srcu(&s)", gracePeriod)
        .steps("synchronize_srcu_expedited(&s)", gracePeriod)
        .refused("call_srcu", "wait for the grace period in place: synchronize_srcu()")
        .refused("srcu_barrier", "there are no callbacks of SRCU to wait for: leave it out")
        .in(STRATEGY)
        .load("srcu_dereference(x, &s)", Load.Kind.RCU_DEREFERENCE)
        .steps("srcu_read_lock_nmisafe(&s)", beginNmiSafe, index)
        .steps("srcu_read_unlock_nmisafe(&s, index)", end)
        .in(LITMUS)
        .steps("srcu_down_read(&s)", begin, index)
        .steps("srcu_up_read(&s, index)", end);
  }

  /** The index is of no use but to end the section; its value is 0. */
  private static List<Step> srcuReadLock(Operands o, boolean nmiSafe) {
    Section.Srcu section = new Section.Srcu(o.object(), o.local());
    return List.of(
        new Local.Assign(o.local(), new Value.Number(0)),
        new Section.SrcuReadLock(section, nmiSafe));
  }

  private static void contexts(Table t) {
    t.in(STRATEGY)
        .steps("preempt_disable()", new Section.Enter(Region.PREEMPT_OFF))
        .steps("preempt_enable()", new Section.Leave(Region.PREEMPT_OFF))
        .steps("local_bh_disable()", new Section.Enter(Region.SOFTIRQ_OFF))
        .steps("local_bh_enable()", new Section.Leave(Region.SOFTIRQ_OFF))
        .steps("local_irq_disable()", new Section.Enter(Region.IRQ_OFF))
        .steps("local_irq_enable()", new Section.Leave(Region.IRQ_OFF))
        .steps("local_irq_save(flags)", new Section.Enter(Region.IRQ_SAVED))
        .steps("local_irq_restore(flags)", new Section.Leave(Region.IRQ_SAVED))
        .steps("put_cpu()", new Section.Leave(Region.PREEMPT_OFF))
        .each(new Primitive.Special(), "get_cpu", "per_cpu", "ARRAY_SIZE")
        .each(new Primitive.Special(), "smp_processor_id", "raw_smp_processor_id");
  }

  private static void locks(Table t) {
    t.in(STRATEGY, LITMUS);
    spinlock(t, "spin_lock", "spin_unlock", "", List.of(), List.of());
    trylock(t, "spin_trylock(&lock)", LockKind.SPINLOCK);
    isLocked(t, "spin_is_locked(&lock)");
    t.in(STRATEGY);
    spinlock(t, "raw_spin_lock", "raw_spin_unlock", "", List.of(), List.of());
    trylock(t, "raw_spin_trylock(&lock)", LockKind.SPINLOCK);
    isLocked(t, "raw_spin_is_locked(&lock)");
    for (String prefix : List.of("spin_", "raw_spin_")) {
      holdingOff(t, prefix, "lock_irq", "unlock_irq", "", Region.IRQ_OFF);
      holdingOff(t, prefix, "lock_irqsave", "unlock_irqrestore", ", flags", Region.IRQ_SAVED);
      holdingOff(t, prefix, "lock_bh", "unlock_bh", "", Region.SOFTIRQ_OFF);
    }
    trylock(t, "mutex_trylock(&mutex)", LockKind.MUTEX)
        .steps("mutex_lock(&mutex)", o -> List.of(new Wait.Lock(LockKind.MUTEX, o.object())))
        .steps(
            "mutex_unlock(&mutex)", o -> List.of(new Section.Unlock(LockKind.MUTEX, o.object())));
  }

  private static void holdingOff(
      Table t, String prefix, String lock, String unlock, String flags, Region region) {
    spinlock(
        t,
        prefix + lock,
        prefix + unlock,
        flags,
        List.of(new Section.Enter(region)),
        List.of(new Section.Leave(region)));
  }

  private static void isLocked(Table t, String call) {
    t.returns(
        call,
        Result.Kind.NUMBER,
        Operands::read,
        o -> new Access.IsLocked(LockKind.SPINLOCK, o.local(), o.object()));
  }

  private static Table trylock(Table t, String call, LockKind kind) {
    return t.returns(
        call,
        Result.Kind.NUMBER,
        Operands::read,
        o -> new Access.Trylock(kind, o.local(), o.object()));
  }

  private static void spinlock(
      Table t, String lock, String unlock, String flags, List<Step> before, List<Step> after) {
    String arguments = "(&lock" + flags + ")";
    t.steps(
        lock + arguments, o -> both(before, List.of(new Wait.Lock(LockKind.SPINLOCK, o.object()))));
    t.steps(
        unlock + arguments,
        o -> both(List.of(new Section.Unlock(LockKind.SPINLOCK, o.object())), after));
  }

  private static List<Step> both(List<Step> first, List<Step> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }

  private static void rest(Table t) {
    t.in(STRATEGY)
        .each(new Primitive.Special(), "static_call", "static_call_cond", "static_call_update")
        .each(new Primitive.Special(), "kmalloc", "kzalloc")
        .steps("kfree(p)", o -> List.of(new Access.Free(o.value(0))))
        .each(new Primitive.Special(), "WARN_ON", "WARN_ON_ONCE", "WARN", "WARN_ONCE", "BUG_ON")
        .each(new Primitive.Hint(), "likely", "unlikely", "data_race", "unrcu_pointer")
        .each(new Primitive.Prints(), "printk", "printk_once", "printk_ratelimited", "trace_printk")
        .each(new Primitive.Prints(), "pr_emerg", "pr_alert", "pr_crit", "pr_notice", "pr_debug")
        .each(new Primitive.Prints(), "pr_err", "pr_err_once", "pr_warn", "pr_warn_once")
        .each(new Primitive.Prints(), "pr_warn_ratelimited", "pr_info", "pr_info_once", "pr_devel");
  }

  /** What a name means where it is called. */
  public static Optional<Primitive> find(String name, Dialect dialect) {
    return Optional.ofNullable(ALL.get(name)).filter(p -> p.dialects().contains(dialect));
  }

  /** The names that may be called: those to look for a misspelt one among. */
  public static Set<String> names(Dialect dialect) {
    return ALL.values().stream()
        .filter(p -> p.dialects().contains(dialect))
        .filter(p -> !(p.meaning() instanceof Primitive.Refused))
        .map(Primitive::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The name that somebody may have meant, as help for a message. */
  public static Optional<String> nearest(String name, Dialect dialect, Stream<String> others) {
    Set<String> known =
        Stream.concat(names(dialect).stream(), others)
            .collect(Collectors.toCollection(TreeSet::new));
    return Spelling.nearest(name, known).map("did you mean %s()?"::formatted);
  }

  /** What to write instead of a name that cannot be called there, if it is one of the kernel's. */
  public static Optional<String> instead(String name, Dialect dialect) {
    Optional<Primitive> known = Optional.ofNullable(ALL.get(name));
    if (known.isPresent() && known.get().meaning() instanceof Primitive.Refused r) {
      return Optional.of(r.help());
    }
    return known
        .filter(p -> !p.dialects().contains(dialect))
        .map(p -> dialect == LITMUS ? "strategies alone have it" : "litmus tests alone have it");
  }
}
