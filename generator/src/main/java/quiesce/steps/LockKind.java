package quiesce.steps;

/** The locks of which one thread at a time holds each. */
public enum LockKind {
  SPINLOCK("spin"),
  MUTEX("mutex");

  private final String prefix;

  LockKind(String prefix) {
    this.prefix = prefix;
  }

  /** The kernel's function that takes one. */
  public String lock() {
    return prefix + "_lock";
  }

  /** The kernel's function that takes one that is free. */
  public String trylock() {
    return prefix + "_trylock";
  }

  /** The kernel's function that releases one. */
  public String unlock() {
    return prefix + "_unlock";
  }

  /** The kernel's function that looks at one. */
  public String isLocked() {
    return prefix + "_is_locked";
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
