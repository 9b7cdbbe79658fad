package quiesce.engine.tlc;

import java.util.OptionalLong;

/**
 * The size of what TLC explored, as far as it said.
 *
 * @param generated states generated; not known of a run that resumed from a checkpoint
 * @param distinct distinct states among them
 * @param depth states on the longest path from an initial state (breadth first)
 */
public record Counts(OptionalLong generated, long distinct, long depth) {
  /** TLC did not say: it stopped before it counted anything. */
  public static final Counts NONE = new Counts(0, 0, 0);

  public Counts(long generated, long distinct, long depth) {
    this(OptionalLong.of(generated), distinct, depth);
  }
}
