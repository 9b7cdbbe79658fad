package quiesce.fix;

import java.util.BitSet;
import quiesce.verdict.PropertyVerdict;

/** What comes of a strategy with some repairs. */
sealed interface Trial {
  /** Every property holds. */
  record Fixed(Fix fix) implements Trial {}

  /**
   * A property is violated.
   *
   * @param some the repairs with which it is: all that were tried, and more that do not help
   */
  record Falls(BitSet some, PropertyVerdict violated) implements Trial {}

  /** It is refused, or something is not done any more: no repair mends that. */
  record Unfit() implements Trial {}

  /** There is a fix that is better, whatever comes of this. */
  record Worse() implements Trial {}

  /** There is no verdict on it. */
  record Unknown(String why) implements Trial {}
}
