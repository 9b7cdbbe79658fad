package quiesce.steps;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Steps that change what is kept of functions that run later, or look at it, and never wait. */
public sealed interface LateAccess extends Access, Step.OfDeferred {
  @Override
  default Stream<String> reads() {
    return of().locals();
  }

  /**
   * Asks for a run of a function that runs later: {@code mod_timer()}.
   *
   * @param local 1 afterwards if one was due already; of what is no timer, also if it is off
   */
  record Arm(Deferred of, Optional<String> local) implements LateAccess {
    @Override
    public Optional<String> writes() {
      return local;
    }

    @Override
    public Stream<String> parts() {
      return of.stopped() ? Stream.of(of.pending(), of.off()) : Stream.of(of.pending());
    }
  }

  /**
   * Takes back what was asked for: {@code timer_delete()}.
   *
   * @param how whether something is in the way of it
   * @param local 1 afterwards if a run was due; -1 if one in progress was in the way
   */
  record Cancel(Deferred of, How how, Optional<String> local) implements LateAccess {
    public enum How {
      AT_ONCE,
      /** It looks first, without any order, if there is something to take back. */
      LOOKS,
      /** Not while a run is in progress. */
      UNLESS_RUNNING
    }

    public boolean looks() {
      return how == How.LOOKS;
    }

    public boolean isUnlessRunning() {
      return how == How.UNLESS_RUNNING;
    }

    @Override
    public Optional<String> writes() {
      return local;
    }

    @Override
    public Stream<String> parts() {
      return isUnlessRunning() ? Stream.of(of.pending(), of.running()) : Stream.of(of.pending());
    }
  }

  /**
   * {@code local = timer_pending(&timer)}, which orders nothing.
   *
   * @param about what it is about
   */
  record IsDue(Deferred of, About about, String local) implements LateAccess {
    /** What somebody asks for. */
    public enum About {
      /** Whether a run is due, or was. */
      DUE,
      /** Whether a run is due or in progress, or was. */
      DUE_OR_RUNS,
      /** Whether a run is due now: who may find that finds it in time. */
      DUE_NOW
    }

    public boolean orRuns() {
      return about == About.DUE_OR_RUNS;
    }

    public boolean isNow() {
      return about == About.DUE_NOW;
    }

    @Override
    public Optional<String> writes() {
      return Optional.of(local);
    }

    @Override
    public Stream<String> parts() {
      return orRuns() ? Stream.of(of.pending(), of.running()) : Stream.of(of.pending());
    }
  }

  /** From here on nobody can ask for a run, or somebody can again. */
  record Switch(Deferred of, boolean off) implements LateAccess {
    @Override
    public Stream<String> parts() {
      return Stream.of(of.off());
    }
  }

  /**
   * Whether somebody has switched it off: {@code local = kthread_should_stop()}, which orders
   * nothing. Who stops the thread stores nothing between this and a full barrier, so that it makes
   * no difference if the thread sees it at once.
   */
  record ShouldStop(Deferred of, String local) implements LateAccess {
    @Override
    public Optional<String> writes() {
      return Optional.of(local);
    }

    @Override
    public Stream<String> parts() {
      return Stream.of(of.off());
    }
  }

  /** Changes who handles an interrupt line, or when; the local is 1 if there was nothing to do. */
  record Line(Deferred of, LineChange does, Optional<String> local) implements LateAccess {
    @Override
    public String name() {
      return Names.camel(does.c());
    }

    @Override
    public Optional<String> writes() {
      return local;
    }

    @Override
    public Stream<String> parts() {
      return Stream.concat(of.gates(), of.stopped() ? Stream.of(of.again()) : Stream.empty());
    }
  }

  /**
   * What runs a function later goes, or the module that has it: an oops if that is still to run, or
   * runs.
   *
   * @param goes what goes, in words
   */
  record Outlived(Deferred of, String goes) implements LateAccess {
    /** The parts of which none may be set. */
    public List<String> states() {
      return of.kind() == Deferred.Kind.SLEEPER
          ? List.of(of.pending())
          : List.of(of.pending(), of.running());
    }

    @Override
    public Stream<String> parts() {
      return states().stream();
    }
  }

  /**
   * A kernel thread is stopped: an oops if it has ended, and its {@code task_struct} with it. Or a
   * workqueue is used: an oops if that was destroyed.
   */
  record Exists(Deferred of) implements LateAccess {
    /** The parts of which one is set while it is there. */
    public List<String> states() {
      return of.kind() == Deferred.Kind.QUEUE
          ? List.of(of.pending())
          : List.of(of.pending(), of.running());
    }

    @Override
    public Stream<String> parts() {
      return states().stream();
    }
  }

  /** Wakes a thread if it is in a wait queue, as under the lock of the queue. */
  record WakeUp(Deferred of) implements LateAccess {
    @Override
    public Stream<String> parts() {
      return Stream.of(of.pending());
    }
  }

  /** A thread is no more in a wait queue, in which it was or was not: this orders nothing. */
  record LeaveQueue(Deferred of) implements LateAccess {
    @Override
    public Stream<String> parts() {
      return Stream.of(of.pending());
    }
  }

  /**
   * Notes what {@code rcu_barrier()} waits for: the callbacks that are with RCU now.
   *
   * @param before the grace period that they wait for first
   */
  record Await(Deferred of, Deferred before) implements LateAccess {
    /** The parts of which one is set while a callback is with RCU. */
    public List<String> states() {
      return List.of(before.pending(), before.running(), of.pending(), of.running());
    }

    @Override
    public Stream<String> parts() {
      return Stream.concat(states().stream(), Stream.of(of.off()));
    }
  }

  /**
   * A run of a callback ends, and {@code rcu_barrier()} does not wait for it any more: in one step,
   * so that what the callback has given to RCU again is not taken for it.
   */
  record Over(Deferred of) implements LateAccess {
    @Override
    public Stream<String> parts() {
      return Stream.of(of.running(), of.off());
    }
  }

  /**
   * RCU's part in a callback ends: in one step, so that the callback is never with nobody.
   *
   * @param to what is due from here on
   */
  record Hand(Deferred of, Deferred to) implements LateAccess {
    @Override
    public Stream<String> parts() {
      return Stream.of(of.running(), to.pending());
    }
  }
}
