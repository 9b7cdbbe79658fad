package quiesce.lowering;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import quiesce.source.Expression;
import quiesce.steps.Local;
import quiesce.steps.Section;
import quiesce.steps.Step;

/** The kernel's vocabulary, as far as it needs no more than a name. */
final class Primitives {
  /** The last argument goes to the location that the first one names. */
  static final Set<String> STORES =
      Set.of(
          "WRITE_ONCE",
          "rcu_assign_pointer",
          "smp_store_release",
          "xchg",
          "cmpxchg",
          "this_cpu_write",
          "__this_cpu_write");

  static final Set<String> PROCESSOR_ID = Set.of("smp_processor_id", "raw_smp_processor_id");

  /** They touch nothing that a strategy is about, and so they are no steps. */
  static final Set<String> PRINTS =
      Set.of(
          "printk",
          "printk_once",
          "printk_ratelimited",
          "pr_emerg",
          "pr_alert",
          "pr_crit",
          "pr_err",
          "pr_err_once",
          "pr_warn",
          "pr_warn_once",
          "pr_warn_ratelimited",
          "pr_notice",
          "pr_notice_once",
          "pr_info",
          "pr_info_once",
          "pr_debug",
          "pr_devel",
          "trace_printk");

  /** Without arguments, or with one that does not matter (flags). */
  static final Map<String, Supplier<Step>> PLAIN =
      Map.ofEntries(
          Map.entry("smp_mb", Local.SmpMb::new),
          Map.entry("smp_rmb", Local.SmpRmb::new),
          Map.entry("smp_wmb", Local.SmpWmb::new),
          Map.entry("barrier", Local.Barrier::new),
          Map.entry("cpu_relax", Local.CpuRelax::new),
          Map.entry("rcu_read_lock", Section.RcuReadLock::new),
          Map.entry("rcu_read_unlock", Section.RcuReadUnlock::new),
          Map.entry("preempt_disable", Section.PreemptDisable::new),
          Map.entry("preempt_enable", Section.PreemptEnable::new),
          Map.entry("local_bh_disable", Section.LocalBhDisable::new),
          Map.entry("local_bh_enable", Section.LocalBhEnable::new),
          Map.entry("local_irq_save", Section.LocalIrqSave::new),
          Map.entry("local_irq_restore", Section.LocalIrqRestore::new),
          Map.entry("local_irq_disable", Section.LocalIrqDisable::new),
          Map.entry("local_irq_enable", Section.LocalIrqEnable::new));

  /** Of these, the ones that take the flags. */
  static final Set<String> WITH_FLAGS = Set.of("local_irq_save", "local_irq_restore");

  /** Everything else that {@link Calls} knows, for the nearest name to offer. */
  static final Set<String> OTHERS =
      Set.of(
          "READ_ONCE",
          "WRITE_ONCE",
          "rcu_dereference",
          "rcu_assign_pointer",
          "rcu_access_pointer",
          "smp_load_acquire",
          "smp_store_release",
          "synchronize_rcu",
          "xchg",
          "cmpxchg",
          "this_cpu_read",
          "this_cpu_write",
          "__this_cpu_read",
          "__this_cpu_write",
          "per_cpu",
          "smp_processor_id",
          "raw_smp_processor_id",
          "spin_lock",
          "spin_unlock",
          "spin_lock_irq",
          "spin_unlock_irq",
          "spin_lock_bh",
          "spin_unlock_bh",
          "spin_lock_irqsave",
          "spin_unlock_irqrestore",
          "mutex_lock",
          "mutex_unlock",
          "static_call",
          "static_call_cond",
          "static_call_update",
          "WARN_ON",
          "WARN_ON_ONCE",
          "WARN",
          "WARN_ONCE",
          "BUG_ON",
          "likely",
          "unlikely");

  private Primitives() {}

  /** {@code likely(x)} and {@code unlikely(x)} are x. */
  static boolean isHint(Expression.Call c) {
    return c.callee() instanceof Expression.Name n
        && (n.name().equals("likely") || n.name().equals("unlikely"))
        && c.arguments().size() == 1;
  }
}
