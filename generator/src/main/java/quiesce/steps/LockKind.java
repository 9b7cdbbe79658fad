package quiesce.steps;

/** The ways to hold a lock: alone, or with others that only read. */
public enum LockKind {
  SPINLOCK("spin_lock", "spin_unlock"),
  MUTEX("mutex_lock", "mutex_unlock"),
  READ_LOCK("read_lock", "read_unlock"),
  WRITE_LOCK("write_lock", "write_unlock"),
  DOWN_READ("down_read", "up_read"),
  DOWN_WRITE("down_write", "up_write"),
  PERCPU_DOWN_READ("percpu_down_read", "percpu_up_read"),
  PERCPU_DOWN_WRITE("percpu_down_write", "percpu_up_write"),
  /** A run of a function that runs later: no other run of it begins meanwhile. */
  RUN("begin", "end"),
  /** A reference to the module that has registered, which is not unloaded meanwhile. */
  MODULE("try_module_get", "module_put");

  /** What a reference is to: there is one provider where they are counted. */
  public static final String OF_MODULE = "the module";

  private final String lock;
  private final String unlock;

  LockKind(String lock, String unlock) {
    this.lock = lock;
    this.unlock = unlock;
  }

  /** The kernel's function that takes one. */
  public String lock() {
    return lock;
  }

  /** The kernel's function that releases one. */
  public String unlock() {
    return unlock;
  }

  /** The kernel's function that takes one if that needs no waiting. */
  public String trylock() {
    if (this == MODULE) {
      return lock;
    }
    return lock.endsWith("_lock") ? lock.replace("_lock", "_trylock") : lock + "_trylock";
  }

  public boolean isOfModule() {
    return this == MODULE;
  }

  /** Whether an attempt may fail at any time, so that who fails learns nothing of the lock. */
  public boolean mayFailAtAnyTime() {
    return (isShared() || isOfWriter()) && this != MODULE;
  }

  /** Whether who tries to take one, or asks, may read what was true of it before. */
  public boolean isRead() {
    return !isShared() && !isOfWriter();
  }

  /** Whether who waits for one sleeps, so that a task alone may. */
  public boolean sleeps() {
    return switch (this) {
      case MUTEX, DOWN_READ, DOWN_WRITE, PERCPU_DOWN_READ, PERCPU_DOWN_WRITE -> true;
      case SPINLOCK, READ_LOCK, WRITE_LOCK, RUN, MODULE -> false;
    };
  }

  /** Whether who waits for one spins, and holds it with preemption off. */
  public boolean spins() {
    return switch (this) {
      case SPINLOCK, READ_LOCK, WRITE_LOCK -> true;
      case MUTEX, DOWN_READ, DOWN_WRITE, PERCPU_DOWN_READ, PERCPU_DOWN_WRITE, RUN, MODULE -> false;
    };
  }

  /** Whether others may hold it in the same way. */
  public boolean isShared() {
    return switch (this) {
      case READ_LOCK, DOWN_READ, PERCPU_DOWN_READ, MODULE -> true;
      case SPINLOCK, MUTEX, WRITE_LOCK, DOWN_WRITE, PERCPU_DOWN_WRITE, RUN -> false;
    };
  }

  /** Whether it keeps readers out, who may hold it together. */
  public boolean isOfWriter() {
    return switch (this) {
      case WRITE_LOCK, DOWN_WRITE, PERCPU_DOWN_WRITE -> true;
      case SPINLOCK, MUTEX, READ_LOCK, DOWN_READ, PERCPU_DOWN_READ, RUN, MODULE -> false;
    };
  }

  /**
   * Whether x86 releases one by a plain store, as a queued spinlock and the writer of a queued
   * rwlock; others by a locked instruction.
   */
  public boolean isReleasedByStore() {
    return this == SPINLOCK || this == WRITE_LOCK;
  }

  /** The kernel's function that says whether somebody holds one. */
  public String isLocked() {
    return lock.replace("_lock", "_is_locked");
  }

  /** Whether a step waits for one. */
  public boolean awaitedBy(Step s) {
    return s instanceof Wait.Lock l && l.kind() == this;
  }

  /** Whether a step releases one. */
  public boolean releasedBy(Step s) {
    return s instanceof Section.Unlock u && u.kind() == this;
  }

  /** Whether a step takes a lock as one of several readers. */
  public static boolean reads(Step s, String lock) {
    return takes(s) && s instanceof Step.OfLock l && l.kind().isShared() && l.lock().equals(lock);
  }

  /** Whether a step takes a lock, or tries to. */
  public static boolean takes(Step s) {
    return s instanceof Wait.Lock || s instanceof Access.Trylock;
  }

  /** Whether a step spins until it has a lock. */
  public static boolean spins(Step s) {
    return s instanceof Wait.Lock l && l.kind().spins();
  }

  /** Whether a step releases a lock for which others spin. */
  public static boolean releasesSpinning(Step s) {
    return s instanceof Section.Unlock u && u.kind().spins();
  }

  /** Whether a step frees a lock by a plain store. */
  public static boolean releasesByStore(Step s) {
    return s instanceof Section.InitLock
        || s instanceof Section.Unlock u && u.kind().isReleasedByStore();
  }
}
