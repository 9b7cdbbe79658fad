package quiesce.explanation;

/**
 * That an event depends on an earlier one.
 *
 * @param from index of the earlier event
 * @param to index of the later event
 */
public record Relation(Kind kind, int from, int to) {

  /** How an event depends on another. */
  public enum Kind {
    /** A load reads what a store has written. */
    READS_FROM,
    /** A grace period waits for a read-side section, which the earlier event has begun. */
    WAITS_FOR
  }
}
