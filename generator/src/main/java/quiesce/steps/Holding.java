package quiesce.steps;

/**
 * What a step may do to what its thread holds and holds off, and what it may not be called with.
 */
public interface Holding {
  void enters(Region region);

  void leaves(Region region);

  /** Waits for a lock, and takes it. */
  void takes(Atomic.Lock lock);

  /**
   * @param local 1 afterwards if the lock has been taken
   */
  void tries(String local, Atomic.Lock lock);

  void releases(Atomic.Lock lock);

  void begins(Section.SrcuReadLock section);

  void ends(Section.Srcu section);

  /**
   * @param domain of SRCU; empty for RCU
   */
  void waitsForReaders(String domain);

  /**
   * @param function of the kernel
   */
  void sleeps(String function);

  /** Nothing may be held from here on. */
  void finishes();
}
