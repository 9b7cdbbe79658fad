package quiesce.fix;

import java.util.BitSet;

/**
 * Why some repairs are no fix: whatever has all that is needed, and nothing that helps, has the
 * same bad run.
 *
 * @param needed repairs without which the run may not be there
 * @param helps repairs that may take the run away
 */
record Refutation(BitSet needed, BitSet helps) {
  /**
   * Whether it says of some repairs that they are no fix.
   *
   * @param done all that they do, with what weaker ones would do
   */
  boolean refutes(BitSet some, BitSet done) {
    BitSet missing = (BitSet) needed.clone();
    missing.andNot(some);
    return missing.isEmpty() && !helps.intersects(done);
  }
}
