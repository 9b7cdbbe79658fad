package quiesce.primitives;

import quiesce.steps.Atomic;
import quiesce.steps.Holding;
import quiesce.steps.Region;
import quiesce.steps.Section;

/** Takes note of what may not be called where sleeping is not allowed. */
final class SleepingNoted implements Holding {
  boolean sleeps;

  @Override
  public void sleeps(String function) {
    sleeps = true;
  }

  @Override
  public void waitsForReaders(String domain) {
    sleeps = true;
  }

  @Override
  public void takes(Atomic.Lock lock) {
    sleeps |= lock.kind().sleeps();
  }

  @Override
  public void enters(Region region) {}

  @Override
  public void leaves(Region region) {}

  @Override
  public void tries(String local, Atomic.Lock lock) {}

  @Override
  public void releases(Atomic.Lock lock) {}

  @Override
  public void begins(Section.SrcuReadLock section) {}

  @Override
  public void ends(Section.Srcu section) {}

  @Override
  public void finishes() {}
}
