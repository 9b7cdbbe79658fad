package quiesce.steps;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A function that runs later: of a timer, a work item or a tasklet. What the kernel keeps of one is
 * apart from other memory, as locks are: whether it is to run, whether it runs, and whether it is
 * switched off, so that nobody can ask for a run.
 *
 * @param name the struct that the file has of it
 * @param stopped whether anything switches it off
 * @param object which object's it is, where each has one
 */
public record Deferred(String name, Kind kind, boolean stopped, Optional<Value> object) {
  public enum Kind {
    TIMER,
    WORK,
    TASKLET,
    /** A callback of RCU that waits for its grace period: the run is that of RCU itself. */
    GRACE_PERIOD,
    /** A callback of RCU after it. */
    CALLBACK;

    /** Whether a request for a run orders, too, where one is due already. */
    public boolean isAtomic() {
      return this == WORK || this == TASKLET;
    }
  }

  /** The one that is a member of this object. */
  public Deferred in(Value other) {
    return new Deferred(name, kind, stopped, Optional.of(other));
  }

  /** The same, without saying whose. */
  public Deferred ofNobody() {
    return new Deferred(name, kind, stopped, Optional.empty());
  }

  Stream<String> locals() {
    return object.stream().flatMap(Value::locals);
  }

  public String pending() {
    return name + ".pending";
  }

  public String running() {
    return name + ".running";
  }

  public String off() {
    return name + ".off";
  }
}
