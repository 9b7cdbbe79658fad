package quiesce.verdict;

import java.time.Duration;
import java.util.Optional;
import quiesce.engine.tlc.Counts;
import quiesce.property.Property;

/**
 * The verdict on one property of one strategy.
 *
 * @param counts what the run that decided it explored
 * @param elapsed how long that run took
 */
public record PropertyVerdict(
    Property property,
    Verdict verdict,
    Optional<Expectation> expected,
    Counts counts,
    Duration elapsed) {

  /**
   * Whether somebody should look at it. Where nothing is expected, a violation is unexpected. A
   * vacuous pass always is. What is unknown is neither expected nor not.
   */
  public boolean unexpected() {
    if (verdict instanceof Verdict.Holds holds) {
      return holds.vacuous() || !isOr(Expectation.HOLDS);
    } else if (verdict instanceof Verdict.Violated) {
      return !expected.equals(Optional.of(Expectation.VIOLATED));
    } else if (verdict instanceof Verdict.NotApplicable) {
      return !isOr(Expectation.NOT_APPLICABLE);
    }
    return false;
  }

  public boolean unknown() {
    return verdict instanceof Verdict.Unknown;
  }

  private boolean isOr(Expectation wanted) {
    return expected.isEmpty() || expected.get() == wanted;
  }
}
