package quiesce.primitives;

import static quiesce.primitives.Dialect.LITMUS;
import static quiesce.primitives.Dialect.STRATEGY;
import static quiesce.primitives.Primitive.Group.ACCESSES;
import static quiesce.primitives.Primitive.Group.BARRIERS;
import static quiesce.primitives.Primitive.Group.OTHERS;
import static quiesce.source.Expression.Operator.BIT_AND;
import static quiesce.source.Expression.Operator.BIT_OR;
import static quiesce.source.Expression.Operator.MINUS;
import static quiesce.source.Expression.Operator.PLUS;
import static quiesce.steps.Local.Fence.Kind.BARRIER;
import static quiesce.steps.Local.Fence.Kind.SMP_MB;
import static quiesce.steps.Local.Fence.Kind.SMP_RMB;
import static quiesce.steps.Local.Fence.Kind.SMP_WMB;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quiesce.source.Expression;
import quiesce.steps.Access.Load;
import quiesce.steps.Access.Store;
import quiesce.steps.Local;

/** Loads, stores and barriers. */
public final class Accesses {
  /** {@code this_cpu_add(pcp, i)} and its like: what each makes of the variable. */
  public static final Map<String, PerCpuUpdate> PER_CPU_UPDATES = perCpuUpdates();

  /**
   * What changes a per-CPU variable.
   *
   * @param unit whether the operand is 1, and no argument
   */
  public record PerCpuUpdate(Expression.Operator operator, boolean unit) {}

  private Accesses() {}

  static void add(Table t) {
    t.in(STRATEGY, LITMUS)
        .does(ACCESSES, "one load")
        .load("READ_ONCE(x)", Load.Kind.READ_ONCE)
        .load("smp_load_acquire(&x)", Load.Kind.LOAD_ACQUIRE)
        .does(ACCESSES, "one store")
        .store("WRITE_ONCE(x, value)", Store.Kind.WRITE_ONCE)
        .store("smp_store_release(&x, value)", Store.Kind.STORE_RELEASE)
        .in(STRATEGY)
        .does(ACCESSES, "one load, on the CPU that the thread runs on at that step")
        .load("this_cpu_read(pcp)", Load.Kind.THIS_CPU_READ)
        .load("__this_cpu_read(pcp)", Load.Kind.THIS_CPU_READ)
        .does(ACCESSES, "one store, on the CPU that the thread runs on at that step")
        .store("this_cpu_write(pcp, value)", Store.Kind.THIS_CPU_WRITE)
        .store("__this_cpu_write(pcp, value)", Store.Kind.THIS_CPU_WRITE)
        .does(ACCESSES, "a plain load or store of the variable of `cpu`, as that of a global is")
        .special("per_cpu(x, cpu)")
        .does(
            ACCESSES,
            "the address of the variable of `cpu`, or of the CPU that the thread runs on: of a struct, for its"
                + " members; of any other with a `*` before it, which is a plain load or store")
        .special("per_cpu_ptr(&x, cpu)")
        .special("this_cpu_ptr(&x)")
        .special("raw_cpu_ptr(&x)");
    updates(t);
    fences(t);
  }

  private static void updates(Table t) {
    t.does(
        ACCESSES,
        "a plain load and a plain store, on the CPU that the thread runs on at that step. What an interrupt"
            + " does in between is lost; the kernel's own may be one instruction");
    PER_CPU_UPDATES.forEach(
        (name, update) -> t.special(name + (update.unit() ? "(pcp)" : "(pcp, i)")));
  }

  private static Map<String, PerCpuUpdate> perCpuUpdates() {
    Map<String, PerCpuUpdate> operations = new LinkedHashMap<>();
    operations.put("add", new PerCpuUpdate(PLUS, false));
    operations.put("sub", new PerCpuUpdate(MINUS, false));
    operations.put("inc", new PerCpuUpdate(PLUS, true));
    operations.put("dec", new PerCpuUpdate(MINUS, true));
    operations.put("and", new PerCpuUpdate(BIT_AND, false));
    operations.put("or", new PerCpuUpdate(BIT_OR, false));
    Map<String, PerCpuUpdate> all = new LinkedHashMap<>();
    for (String prefix : List.of("this_cpu_", "__this_cpu_", "raw_cpu_")) {
      operations.forEach((name, update) -> all.put(prefix + name, update));
    }
    return Collections.unmodifiableMap(all);
  }

  private static void fences(Table t) {
    t.in(STRATEGY, LITMUS)
        .does(BARRIERS, "what [the memory model](memory-models.md) says: nothing under `sc`")
        .steps("smp_mb()", new Local.Fence(SMP_MB))
        .steps("smp_rmb()", new Local.Fence(SMP_RMB))
        .steps("smp_wmb()", new Local.Fence(SMP_WMB))
        .does(BARRIERS, "nothing: it is for the compiler alone")
        .steps("barrier()", new Local.Fence(BARRIER))
        .does(
            BARRIERS,
            "`smp_mb()`, directly before or after an atomic read-modify-write; refused elsewhere")
        .fence(Fence.BEFORE_ATOMIC)
        .fence(Fence.AFTER_ATOMIC)
        .in(LITMUS)
        .does(BARRIERS, "`WRITE_ONCE()`, then `smp_mb()`")
        .steps(
            "smp_store_mb(x, value)",
            o ->
                List.of(
                    new Store(Store.Kind.WRITE_ONCE, o.place(), o.value(0)),
                    new Local.Fence(SMP_MB)))
        .does(BARRIERS, "`smp_mb()`, directly after what it is named after")
        .fence(Fence.AFTER_SPINLOCK)
        .fence(Fence.AFTER_UNLOCK_LOCK)
        .fence(Fence.AFTER_SRCU_READ_UNLOCK)
        .in(STRATEGY)
        .does(OTHERS, "lets other threads run")
        .steps("cpu_relax()", new Local.CpuRelax())
        .does(OTHERS, "nothing")
        .steps("might_sleep()", new Local.Reached(true))
        .steps("might_sleep_if(i)", new Local.Reached());
  }
}
