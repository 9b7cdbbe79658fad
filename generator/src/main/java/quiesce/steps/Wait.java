package quiesce.steps;

/** Steps that may have to wait for another thread. */
public sealed interface Wait extends Step {

  /** The grace period is over when every section that it waits for has ended. */
  sealed interface GracePeriodEnds extends Wait {
    /** Whether nobody may find afterwards what was unregistered. */
    boolean unregisters();

    Wait unregistering();
  }

  record SynchronizeRcuEnd(boolean unregisters) implements GracePeriodEnds {
    @Override
    public Wait unregistering() {
      return new SynchronizeRcuEnd(true);
    }
  }

  record SynchronizeSrcuEnd(String domain, boolean unregisters) implements GracePeriodEnds {
    @Override
    public Wait unregistering() {
      return new SynchronizeSrcuEnd(domain, true);
    }
  }

  record SpinLock(String lock) implements Wait, OfLock {}

  record MutexLock(String lock) implements Wait, OfLock {}
}
