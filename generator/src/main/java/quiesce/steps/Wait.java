package quiesce.steps;

import java.util.Optional;
import java.util.stream.Stream;

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

  /**
   * A function that runs later begins: a run is due, and none is in progress. Where each object has
   * one, it is that of any object, which a local leads to afterwards. The handler of a line
   * strikes: it is requested, not disabled, and no run of it is in progress.
   */
  record Run(Deferred of) implements Wait, OfDeferred {
    @Override
    public Optional<String> writes() {
      return of.locals().findFirst();
    }

    @Override
    public Stream<String> parts() {
      return of.kind().isLine()
          ? Stream.concat(of.gates(), Stream.of(of.running()))
          : Stream.of(of.pending(), of.running());
    }

    /** Whether somebody has asked for it, so that it begins in time. */
    public boolean isAskedFor() {
      return !of.kind().isLine();
    }
  }

  /**
   * Waits for the runs of a function that runs later.
   *
   * @param local 1 afterwards if a run was due, where somebody asks
   */
  record Ended(Deferred of, Until until, Optional<String> local) implements Wait, OfDeferred {
    /** What it waits for. */
    public enum Until {
      /** That no run is due. */
      BEGUN,
      /** That none is in progress. */
      ENDED,
      /** The same; and none is due afterwards. */
      CANCELLED,
      /** That none is due, nor in progress. */
      IDLE
    }

    public boolean begins() {
      return until == Until.BEGUN;
    }

    /** The part that must be free. */
    public String awaited() {
      return begins() ? of.pending() : of.running();
    }

    /** Whether no run may be due either. */
    public boolean isForAll() {
      return until == Until.IDLE;
    }

    public boolean cancels() {
      return until == Until.CANCELLED;
    }

    /** Whether the kernel makes sure under the lock of the line, so that later runs know of it. */
    public boolean isUnderLock() {
      return of.kind().isLine();
    }

    @Override
    public Stream<String> reads() {
      return of.locals();
    }

    @Override
    public Optional<String> writes() {
      return local;
    }

    @Override
    public Stream<String> parts() {
      return Stream.of(
              until == Until.ENDED ? Optional.<String>empty() : Optional.of(of.pending()),
              begins() ? Optional.<String>empty() : Optional.of(of.running()))
          .flatMap(Optional::stream);
    }
  }

  /** Waits until nothing is left of what {@code rcu_barrier()} has noted. */
  record NoneAwaited(Deferred of) implements Wait, OfDeferred {
    @Override
    public Stream<String> parts() {
      return Stream.of(of.off());
    }
  }

  /**
   * @param member that it is, where each object has one
   */
  record Lock(LockKind kind, String lock, Optional<Location.Member> member)
      implements Wait, OfLock {
    public Lock(LockKind kind, String lock) {
      this(kind, lock, Optional.empty());
    }

    @Override
    public Stream<String> reads() {
      return member.stream().flatMap(Location::locals);
    }

    @Override
    public String name() {
      return Names.camel(kind.lock());
    }
  }
}
