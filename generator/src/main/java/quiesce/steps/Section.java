package quiesce.steps;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Steps that begin and end stretches in which a thread is not preempted, interrupted or ignored.
 */
public sealed interface Section {

  sealed interface Opens extends Section, Step.Opening {}

  sealed interface Closes extends Section, Step.Closing {}

  /**
   * The interrupt strikes; or the task starts.
   *
   * @param due whether somebody may have asked for it, so that it does not fail to come
   */
  record Begin(boolean due) implements Opens {
    /** Nobody has to have asked for it. */
    public Begin() {
      this(false);
    }

    /** Whether a run begins with a step that somebody may have asked for. */
    public static boolean isDue(Step s) {
      return s instanceof Begin b && b.due();
    }
  }

  /** The handler or task function returns. */
  record End() implements Closes {}

  /**
   * The provider, registered, begins to unregister: when no task pins it and nobody has a reference
   * to its module, and not before it wants to. From then on no task that pins it begins, and nobody
   * gets a reference.
   *
   * @param counted whether somebody takes references, and so finds out that it has begun
   */
  record Registered(boolean counted) implements Opens {}

  record Enter(Region kind) implements Opens {
    @Override
    public String name() {
      return Names.camel(kind.enter());
    }
  }

  record Leave(Region kind) implements Closes {
    @Override
    public String name() {
      return Names.camel(kind.leave());
    }
  }

  /**
   * A section of one SRCU domain, or several that are nested in one another. Sections that overlap
   * have names of their own.
   */
  record Srcu(String domain, String name) {}

  /** Begins or ends a section of SRCU. */
  interface OfSrcu {
    Srcu section();

    Step named(Srcu section);
  }

  /**
   * @param nmiSafe whether it may be taken in an NMI handler
   */
  record SrcuReadLock(Srcu section, boolean nmiSafe) implements Opens, OfSrcu {
    @Override
    public Step named(Srcu other) {
      return new SrcuReadLock(other, nmiSafe);
    }
  }

  record SrcuReadUnlock(Srcu section) implements Closes, OfSrcu {
    @Override
    public Step named(Srcu other) {
      return new SrcuReadUnlock(other);
    }
  }

  /** A writer begins to wait for a lock: no reader that would wait takes it from then on. */
  record Queue(LockKind kind, String lock) implements Opens, Step.OfLock {
    @Override
    public String name() {
      return Names.camel(kind.lock()) + "Begin";
    }
  }

  /** {@code spin_lock_init(&p->lock)}: the lock of an object is free, whoever had it. */
  record InitLock(LockKind kind, String lock, Optional<Location.Member> member)
      implements Closes, Step.OfLock {
    @Override
    public Stream<String> reads() {
      return member.stream().flatMap(Location::locals);
    }
  }

  /**
   * @param member that it is, where each object has one
   */
  record Unlock(LockKind kind, String lock, Optional<Location.Member> member)
      implements Closes, Step.OfLock {
    public Unlock(LockKind kind, String lock) {
      this(kind, lock, Optional.empty());
    }

    @Override
    public Stream<String> reads() {
      return member.stream().flatMap(Location::locals);
    }

    @Override
    public String name() {
      return Names.camel(kind.unlock());
    }
  }
}
