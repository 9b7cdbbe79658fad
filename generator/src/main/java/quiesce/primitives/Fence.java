package quiesce.primitives;

/**
 * The full barriers that go with an operation. Directly at it they are what smp_mb() is; the memory
 * model gives them no meaning elsewhere.
 */
public enum Fence {
  BEFORE_ATOMIC("smp_mb__before_atomic", "directly before an atomic read-modify-write"),
  AFTER_ATOMIC("smp_mb__after_atomic", "directly after an atomic read-modify-write"),
  AFTER_SPINLOCK("smp_mb__after_spinlock", "directly after spin_lock()"),
  AFTER_UNLOCK_LOCK("smp_mb__after_unlock_lock", "directly after spin_unlock() and spin_lock()"),
  AFTER_SRCU_READ_UNLOCK(
      "smp_mb__after_srcu_read_unlock", "directly after srcu_read_unlock() or srcu_up_read()");

  private final String c;
  private final String place;

  Fence(String c, String place) {
    this.c = c;
    this.place = place;
  }

  public String c() {
    return c;
  }

  /** Where it must be. */
  public String place() {
    return place;
  }
}
