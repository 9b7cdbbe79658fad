package quiesce.steps;

/** Steps that may have to wait for another thread. */
public sealed interface Wait extends Step {

  /** The grace period is over when every section that it waits for has ended. */
  record SynchronizeRcuEnd(boolean unregisters) implements Wait {}

  /** The grace period of an SRCU domain is over. */
  record SynchronizeSrcuEnd(String domain) implements Wait {}

  record SpinLock(String lock) implements Wait, OfLock {}

  record MutexLock(String lock) implements Wait, OfLock {}
}
