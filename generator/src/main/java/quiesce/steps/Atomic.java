package quiesce.steps;

import java.util.List;

/**
 * What a thread holds off or holds at a point of its code. Known statically: a function whose
 * branches disagree is refused, as sparse does ("context imbalance").
 *
 * @param rcu nesting of rcu_read_lock
 * @param preempt nesting of preempt_disable, spinlocks included
 * @param softirq nesting of local_bh_disable
 * @param irq nesting of local_irq_save
 * @param locks held, in the order in which they were taken
 * @param srcu the SRCU sections begun, one entry for each srcu_read_lock
 */
public record Atomic(
    int rcu, int preempt, int softirq, int irq, List<String> locks, List<Section.Srcu> srcu) {
  public static final Atomic NONE = new Atomic(0, 0, 0, 0, List.of(), List.of());

  public Atomic {
    locks = List.copyOf(locks);
    srcu = List.copyOf(srcu);
  }

  /** The same, with other locks and SRCU sections. */
  public Atomic with(List<String> otherLocks, List<Section.Srcu> otherSrcu) {
    return new Atomic(rcu, preempt, softirq, irq, otherLocks, otherSrcu);
  }

  /** The same, with these nested as much deeper, or less deeply where a number is negative. */
  public Atomic nested(int moreRcu, int morePreempt, int moreSoftirq, int moreIrq) {
    return new Atomic(
        rcu + moreRcu, preempt + morePreempt, softirq + moreSoftirq, irq + moreIrq, locks, srcu);
  }

  /** A stretch with preemption, softirqs or interrupts off is a read-side section too. */
  public boolean inReadSection() {
    return rcu > 0 || pinned();
  }

  /** Whether no handler of a level can begin on its CPU. */
  public boolean holdsOff(Context level) {
    return switch (level) {
      case IRQ -> irq > 0;
      case SOFTIRQ -> irq > 0 || softirq > 0;
      default -> false;
    };
  }

  /** Stays on its CPU. */
  public boolean pinned() {
    return preempt > 0 || softirq > 0 || irq > 0;
  }
}
