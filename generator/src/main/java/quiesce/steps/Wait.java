package quiesce.steps;

/** Steps that may have to wait for another thread. */
public sealed interface Wait extends Step {

  /**
   * The grace period is over when every section that it waits for has ended.
   *
   * @param domain of SRCU; empty for RCU
   * @param unregisters whether nobody may find afterwards what was unregistered
   */
  record GracePeriodEnds(String domain, boolean unregisters) implements Wait {
    @Override
    public String name() {
      return domain.isEmpty() ? "SynchronizeRcuEnd" : "SynchronizeSrcuEnd";
    }
  }

  record Lock(LockKind kind, String lock) implements Wait, OfLock {
    @Override
    public String name() {
      return Names.camel(kind.lock());
    }
  }
}
