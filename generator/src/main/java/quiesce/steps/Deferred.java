package quiesce.steps;

/**
 * A function that runs later: of a timer, a work item or a tasklet. What the kernel keeps of one is
 * apart from other memory, as locks are: whether it is to run, whether it runs, and whether it is
 * switched off, so that nobody can ask for a run.
 *
 * @param name the struct that the file has of it
 * @param stopped whether anything switches it off
 */
public record Deferred(String name, Kind kind, boolean stopped) {
  public enum Kind {
    TIMER,
    WORK,
    TASKLET;

    /** Whether a request for a run orders, too, where one is due already. */
    public boolean isAtomic() {
      return this != TIMER;
    }
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
