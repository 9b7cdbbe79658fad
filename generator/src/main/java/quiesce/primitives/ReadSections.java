package quiesce.primitives;

import static quiesce.primitives.Dialect.LITMUS;
import static quiesce.primitives.Dialect.STRATEGY;
import static quiesce.primitives.Primitive.Group.RCU;
import static quiesce.primitives.Primitive.Group.SRCU;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import quiesce.primitives.Primitive.Result;
import quiesce.steps.Access;
import quiesce.steps.Access.Load;
import quiesce.steps.Access.Store;
import quiesce.steps.Local;
import quiesce.steps.Region;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Value;
import quiesce.steps.Wait;

/** RCU and SRCU. */
final class ReadSections {
  private static final String GRACE_PERIOD =
      "two steps: takes the set of the sections in progress; waits until each of these has ended";

  private ReadSections() {}

  static void add(Table t) {
    sections(t);
    pointers(t);
    srcu(t);
    refused(t);
  }

  private static void sections(Table t) {
    Step[] gracePeriod = {new Access.GracePeriodBegins(""), new Wait.GracePeriodEnds("", false)};
    t.in(STRATEGY, LITMUS)
        .does(RCU, "open and close a read-side section")
        .steps("rcu_read_lock()", new Section.Enter(Region.RCU))
        .steps("rcu_read_unlock()", new Section.Leave(Region.RCU))
        .in(STRATEGY)
        .does(RCU, "open and close one with softirqs off, as `local_bh_disable()` does")
        .steps("rcu_read_lock_bh()", new Section.Enter(Region.SOFTIRQ_OFF))
        .steps("rcu_read_unlock_bh()", new Section.Leave(Region.SOFTIRQ_OFF))
        .does(RCU, "open and close one with preemption off, as `preempt_disable()` does")
        .steps("rcu_read_lock_sched()", new Section.Enter(Region.PREEMPT_OFF))
        .steps("rcu_read_unlock_sched()", new Section.Leave(Region.PREEMPT_OFF))
        .in(STRATEGY, LITMUS)
        .does(RCU, GRACE_PERIOD)
        .steps("synchronize_rcu()", gracePeriod)
        .steps("synchronize_rcu_expedited()", gracePeriod)
        .in(STRATEGY)
        .steps("synchronize_net()", gracePeriod);
  }

  /** Of include/linux/rcupdate.h; many differ only in what lockdep is to check. */
  private static void pointers(Table t) {
    Function<Operands, List<Step>> replace =
        o ->
            List.of(
                new Load(Load.Kind.PLAIN_LOAD, o.local(), o.place()),
                new Store(Store.Kind.RCU_ASSIGN_POINTER, o.place(), o.value(0)));
    t.in(STRATEGY, LITMUS)
        .does(RCU, "one load")
        .load("rcu_dereference(x)", Load.Kind.RCU_DEREFERENCE)
        .load("rcu_dereference_raw(x)", Load.Kind.RCU_DEREFERENCE)
        .load("rcu_access_pointer(x)", Load.Kind.RCU_ACCESS_POINTER)
        .in(LITMUS)
        .load("lockless_dereference(x)", Load.Kind.RCU_DEREFERENCE)
        .in(STRATEGY)
        .load("rcu_dereference_bh(x)", Load.Kind.RCU_DEREFERENCE)
        .load("rcu_dereference_sched(x)", Load.Kind.RCU_DEREFERENCE)
        .does(RCU, "one load; `c` is [set aside](#set-aside)")
        .load("rcu_dereference_check(x, c)", Load.Kind.RCU_DEREFERENCE)
        .load("rcu_dereference_bh_check(x, c)", Load.Kind.RCU_DEREFERENCE)
        .load("rcu_dereference_sched_check(x, c)", Load.Kind.RCU_DEREFERENCE)
        .does(RCU, "a plain load, as `x` is; `c` is set aside")
        .load("rcu_dereference_protected(x, c)", Load.Kind.PLAIN_LOAD)
        .in(STRATEGY, LITMUS)
        .does(RCU, "one store")
        .store("rcu_assign_pointer(x, value)", Store.Kind.RCU_ASSIGN_POINTER)
        .in(STRATEGY)
        .store("RCU_INIT_POINTER(x, value)", Store.Kind.WRITE_ONCE)
        .does(
            RCU,
            "two steps: a plain load, and `rcu_assign_pointer(x, value)`; the value is what was"
                + " loaded; `c` is set aside")
        .steps(
            "rcu_replace_pointer(x, value, c)",
            replace,
            Optional.of(new Result(Result.Kind.READ, Operands::read)));
  }

  private static void srcu(Table t) {
    Function<Operands, List<Step>> begin = o -> srcuReadLock(o, false);
    Function<Operands, List<Step>> beginNmiSafe = o -> srcuReadLock(o, true);
    Function<Operands, List<Step>> end =
        o -> List.of(new Section.SrcuReadUnlock(new Section.Srcu(o.domain(), o.index())));
    Function<Operands, List<Step>> gracePeriod =
        o ->
            List.of(
                new Access.GracePeriodBegins(o.domain()),
                new Wait.GracePeriodEnds(o.domain(), false));
    Optional<Result> index = Optional.of(new Result(Result.Kind.INDEX, Operands::read));
    t.in(STRATEGY, LITMUS)
        .does(SRCU, "open and close a section of the domain; the value is its index")
        .steps("srcu_read_lock(&s)", begin, index)
        .steps("srcu_read_unlock(&s, index)", end)
        .in(LITMUS)
        .steps("srcu_down_read(&s)", begin, index)
        .steps("srcu_up_read(&s, index)", end)
        .in(STRATEGY)
        .does(
            SRCU,
            "the same, where some section of the domain is in an NMI handler: then all must be such")
        .steps("srcu_read_lock_nmisafe(&s)", beginNmiSafe, index)
        .steps("srcu_read_unlock_nmisafe(&s, index)", end)
        .in(STRATEGY, LITMUS)
        .does(SRCU, GRACE_PERIOD + ". Only those of this domain; refused in one of them")
        .steps("synchronize_srcu(&s)", gracePeriod)
        .steps("synchronize_srcu_expedited(&s)", gracePeriod)
        .in(STRATEGY)
        .does(SRCU, "one load")
        .load("srcu_dereference(x, &s)", Load.Kind.RCU_DEREFERENCE)
        .does(SRCU, "one load; `c` is [set aside](#set-aside)")
        .load("srcu_dereference_check(x, &s, c)", Load.Kind.RCU_DEREFERENCE);
  }

  /** The index is of no use but to end the section; its value is 0. */
  private static List<Step> srcuReadLock(Operands o, boolean nmiSafe) {
    Section.Srcu section = new Section.Srcu(o.domain(), o.local());
    return List.of(
        new Local.Assign(o.local(), new Value.Number(0)),
        new Section.SrcuReadLock(section, nmiSafe));
  }

  private static void refused(Table t) {
    t.in(STRATEGY);
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
}
