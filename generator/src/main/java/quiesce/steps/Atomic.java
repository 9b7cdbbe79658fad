package quiesce.steps;

import java.util.List;
import java.util.Optional;

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
    int rcu, int preempt, int softirq, int irq, List<Lock> locks, List<Section.Srcu> srcu) {
  /**
   * A lock, and how it is held.
   *
   * @param object whose lock it is, where each object has one
   */
  public record Lock(LockKind kind, String name, Optional<Value> object) {
    public Lock(LockKind kind, String name) {
      this(kind, name, Optional.empty());
    }

    /** Whether a local says whose lock it is. */
    public boolean isBy(String local) {
      return object.stream().flatMap(Value::locals).anyMatch(local::equals);
    }
  }

  public static final Atomic NONE = new Atomic(0, 0, 0, 0, List.of(), List.of());

  public Atomic {
    locks = List.copyOf(locks);
    srcu = List.copyOf(srcu);
  }

  /** The same, with other locks and SRCU sections. */
  public Atomic with(List<Lock> otherLocks, List<Section.Srcu> otherSrcu) {
    return new Atomic(rcu, preempt, softirq, irq, otherLocks, otherSrcu);
  }

  public boolean holds(String lock) {
    return locks.stream().anyMatch(l -> l.name().equals(lock));
  }

  /** The lock that is meant where this one is released, be it through another pointer. */
  public Lock find(Lock released) {
    return locks.contains(released)
        ? released
        : locks.stream()
            .filter(l -> l.name().equals(released.name()) && l.kind() == released.kind())
            .findFirst()
            .orElse(released);
  }

  public boolean holds(String lock, LockKind kind) {
    return locks.stream().anyMatch(l -> l.name().equals(lock) && l.kind() == kind);
  }

  /** Whether it holds a lock together with others that only read. */
  public boolean reads(String lock) {
    return locks.stream().anyMatch(l -> l.name().equals(lock) && l.kind().isShared());
  }

  /** How often it has entered a region; interrupts are off in one way or the other. */
  public int depth(Region region) {
    return switch (region) {
      case RCU -> rcu;
      case PREEMPT_OFF -> preempt;
      case SOFTIRQ_OFF -> softirq;
      case IRQ_SAVED, IRQ_OFF -> irq;
    };
  }

  /** The same, with a region entered more often, or less often if the number is negative. */
  public Atomic nested(Region region, int more) {
    return switch (region) {
      case RCU -> new Atomic(rcu + more, preempt, softirq, irq, locks, srcu);
      case PREEMPT_OFF -> new Atomic(rcu, preempt + more, softirq, irq, locks, srcu);
      case SOFTIRQ_OFF -> new Atomic(rcu, preempt, softirq + more, irq, locks, srcu);
      case IRQ_SAVED, IRQ_OFF -> new Atomic(rcu, preempt, softirq, irq + more, locks, srcu);
    };
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
