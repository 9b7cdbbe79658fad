package quiesce.engine.tlc;

import java.util.Optional;

/** What came of a run. */
public sealed interface Outcome {
  /** Every state was explored, there was at least one, and everything holds. */
  record Passed() implements Outcome {}

  /** Some behaviours were gone along, and no violation was met: a verdict on nothing. */
  record Walked() implements Outcome {}

  /** An invariant, or a property of the form {@code []P}, does not hold in the last state. */
  record InvariantViolated(String invariant, Trace trace) implements Outcome {}

  /** The last state has no successor. */
  record DeadlockReached(Trace trace) implements Outcome {}

  /**
   * A property does not hold.
   *
   * @param property its name. TLC 2.18 prints it for a property of actions or of initial states;
   *     for a temporal property it does not, so put one only into a configuration
   */
  record PropertyViolated(Optional<String> property, Trace trace) implements Outcome {}

  /**
   * No verdict.
   *
   * @param message what TLC said about it
   * @param trace the behaviour that led to an error in evaluation, if TLC printed one
   */
  record Failed(Reason reason, String message, Trace trace) implements Outcome {
    public static Failed of(Reason reason, String message) {
      return new Failed(reason, message, Trace.NONE);
    }
  }
}
