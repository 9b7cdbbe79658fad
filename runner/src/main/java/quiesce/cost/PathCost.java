package quiesce.cost;

/**
 * What it costs to go through a function in one situation.
 *
 * @param cost from the cheapest way to the dearest, of those that return
 * @param spins whether it may go round a loop that nothing bounds
 */
public record PathCost(Ending ending, Cost cost, boolean spins) {
  /** How a function ends. */
  public enum Ending {
    RETURNS(""),
    /** On every path through it. */
    OOPSES("ends in an oops"),
    /** It waits in a loop for what does not happen in this situation. */
    NEVER_RETURNS("does not return"),
    NEVER_RUNS("does not run"),
    /** There are more paths through it than anybody wants to count. */
    TOO_MANY_WAYS("not counted: too many paths through it");

    private final String words;

    Ending(String words) {
      this.words = words;
    }
  }

  static PathCost without(Ending ending) {
    return new PathCost(ending, Cost.NOTHING, false);
  }

  /** {@code 1 load, 1 branch}; or how it ends, when it does not return. */
  @Override
  public String toString() {
    return ending == Ending.RETURNS ? cost + (spins ? "; may spin" : "") : ending.words;
  }
}
