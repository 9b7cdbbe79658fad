package quiesce.tlc;

/**
 * The size of what TLC explored, as far as it said.
 *
 * @param generated states generated
 * @param distinct distinct states among them
 * @param depth states on the longest path from an initial state (breadth first)
 */
public record Counts(long generated, long distinct, long depth) {
  /** TLC did not say: it stopped before it counted anything. */
  public static final Counts NONE = new Counts(0, 0, 0);
}
