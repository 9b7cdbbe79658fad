package quiesce.steps;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A function that runs later: of a timer, a work item or a tasklet; or that runs again and again,
 * of an interrupt line. What the kernel keeps of one is apart from other memory, as locks are:
 * whether it is to run, whether it runs, and whether it is switched off, so that nobody can ask for
 * a run.
 *
 * @param name the struct that the file has of it; of a line, its handler
 * @param stopped whether anything switches it off
 * @param object which object's it is, where each has one
 */
public record Deferred(String name, Kind kind, boolean stopped, Optional<Value> object) {
  public enum Kind {
    TIMER,
    /** A timer of high resolution: its function runs as an interrupt handler. */
    HRTIMER,
    WORK,
    TASKLET,
    /** A callback of RCU that waits for its grace period: the run is that of RCU itself. */
    GRACE_PERIOD,
    /** A callback of RCU after it. */
    CALLBACK,
    /** The ends of callbacks, for who waits for them. */
    BARRIER,
    /** No run: that one thread sleeps in a wait queue until somebody wakes it. */
    SLEEPER,
    /** A kernel thread, which runs once for each time that it is made. */
    THREAD,
    /** No run: a workqueue, which is due while it is there, and off while it is drained. */
    QUEUE,
    /** An interrupt line that a thread requests. */
    LINE,
    /** One that is requested before any thread runs, for good. */
    FIXED_LINE;

    /** Whether a request for a run orders, too, where one is due already. */
    public boolean isAtomic() {
      return this == WORK
          || this == HRTIMER
          || this == TASKLET
          || this == BARRIER
          || this == SLEEPER
          || this == THREAD
          || this == QUEUE;
    }

    /** Whether nobody asks for its runs: devices do, as often as they like. */
    public boolean isLine() {
      return this == LINE || this == FIXED_LINE;
    }
  }

  /** The one that is a member of this object. */
  public Deferred in(Value other) {
    return new Deferred(name, kind, stopped, Optional.of(other));
  }

  /** What it is of that object. */
  public Optional<Location.Member> member() {
    return object.map(o -> new Location.Member(name, o));
  }

  Stream<String> locals() {
    return object.stream().flatMap(Value::locals);
  }

  public String pending() {
    return name
        + switch (kind) {
          case LINE, FIXED_LINE -> ".requested";
          case SLEEPER -> ".queued";
          case QUEUE -> ".allocated";
          case TIMER, HRTIMER, WORK, TASKLET, GRACE_PERIOD, CALLBACK, BARRIER, THREAD -> ".pending";
        };
  }

  /** Whether a line is requested, and freed, while threads run. */
  public boolean isRequested() {
    return kind == Kind.LINE;
  }

  /** Of a line, the parts that say whether its handler may strike. */
  public Stream<String> gates() {
    return Stream.concat(
        isRequested() ? Stream.of(pending()) : Stream.empty(),
        stopped ? Stream.of(off()) : Stream.empty());
  }

  public String running() {
    return name + ".running";
  }

  public String off() {
    return name
        + switch (kind) {
          case LINE, FIXED_LINE -> ".disabled";
          case CALLBACK -> ".awaited";
          case THREAD -> ".should_stop";
          case QUEUE -> ".draining";
          case TIMER, HRTIMER, WORK, TASKLET, GRACE_PERIOD, BARRIER, SLEEPER -> ".off";
        };
  }

  /** What one of its parts says; empty of what is none. */
  public Optional<String> words(String part) {
    if (part.equals(pending())) {
      return Optional.of(
          switch (kind) {
            case LINE, FIXED_LINE -> "whether the line of " + name + "() is requested";
            case GRACE_PERIOD -> "whether RCU has it, before a grace period";
            case BARRIER -> "for who waits for callbacks of RCU";
            case SLEEPER -> "whether a thread is in the queue, and nobody has woken it";
            case QUEUE -> "whether the workqueue that " + name + " leads to is there";
            case TIMER, HRTIMER, WORK, TASKLET, CALLBACK, THREAD ->
                "whether a run of " + name + " is due";
          });
    } else if (part.equals(running())) {
      return Optional.of(
          kind == Kind.GRACE_PERIOD
              ? "whether RCU has it, in a grace period"
              : "whether a run of " + name + " is in progress");
    } else if (part.equals(off())) {
      return Optional.of(
          switch (kind) {
            case LINE, FIXED_LINE -> "whether the line is disabled";
            case CALLBACK -> "whether rcu_barrier() waits for it";
            case THREAD -> "whether the thread of " + name + "() should stop";
            case QUEUE -> "whether the workqueue that " + name + " leads to is being drained";
            case TIMER, HRTIMER, WORK, TASKLET, GRACE_PERIOD, BARRIER, SLEEPER ->
                "whether " + name + " is off";
          });
    }
    return part.equals(again()) ? Optional.of("whether it is disabled twice") : Optional.empty();
  }

  /** That a line is disabled more than once. */
  public String again() {
    return name + ".disabled_again";
  }
}
