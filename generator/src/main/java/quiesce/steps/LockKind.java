package quiesce.steps;

/** The locks of which one thread at a time holds each. */
public enum LockKind {
  SPINLOCK("spin"),
  MUTEX("mutex");

  private final String prefix;

  LockKind(String prefix) {
    this.prefix = prefix;
  }

  /** The kernel's function that does something with one: {@code spin_lock}. */
  public String call(String what) {
    return prefix + "_" + what;
  }

  /** Whether a step waits for one. */
  public boolean awaitedBy(Step s) {
    return s instanceof Wait.Lock l && l.kind() == this;
  }

  /** Whether a step releases one. */
  public boolean releasedBy(Step s) {
    return s instanceof Section.Unlock u && u.kind() == this;
  }
}
