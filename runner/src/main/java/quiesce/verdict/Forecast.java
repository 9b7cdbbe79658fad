package quiesce.verdict;

import java.time.Duration;
import java.util.Optional;
import quiesce.engine.tlc.TlcProgress;

/**
 * What can be said about the end of a run from how far it has come, and no more: nobody knows how
 * many states there are before the last is found.
 */
public final class Forecast {
  private Optional<Reading> last = Optional.empty();
  private boolean shrank;

  /**
   * How far a run has come.
   *
   * @param elapsed since it began
   * @param states distinct states found
   * @param queue states whose successors are still to be explored
   * @param perSecond how many of the queue were explored in a second lately; nothing at first
   * @param growing whether there are more on the queue than before
   * @param atLeast how long it takes to look at those that are on the queue now, as fast as lately;
   *     only where there were fewer and fewer of them. It may take longer: each may lead to others
   */
  public record Reading(
      Duration elapsed,
      long states,
      long queue,
      Optional<Double> perSecond,
      boolean growing,
      Optional<Duration> atLeast) {}

  /** Takes what TLC says of a moment later than the last. */
  public Reading at(Duration elapsed, TlcProgress now) {
    boolean shrinks = last.filter(l -> now.queue() < l.queue()).isPresent();
    Optional<Double> speed = last.flatMap(l -> speed(l, elapsed, now));
    Optional<Duration> atLeast =
        shrinks && shrank ? speed.flatMap(s -> duration(now.queue() / s)) : Optional.empty();
    Reading reading = new Reading(elapsed, now.distinct(), now.queue(), speed, !shrinks, atLeast);
    shrank = shrinks;
    last = Optional.of(reading);
    return reading;
  }

  /** States that left the queue, in a second. */
  private static Optional<Double> speed(Reading before, Duration elapsed, TlcProgress now) {
    double seconds = elapsed.minus(before.elapsed()).toMillis() / 1000.0;
    long looked = (now.distinct() - now.queue()) - (before.states() - before.queue());
    return seconds > 0 && looked > 0 ? Optional.of(looked / seconds) : Optional.empty();
  }

  private static Optional<Duration> duration(double seconds) {
    return seconds < Integer.MAX_VALUE
        ? Optional.of(Duration.ofSeconds((long) seconds))
        : Optional.empty();
  }
}
