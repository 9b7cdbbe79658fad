package quiesce.why;

import java.util.List;
import java.util.Optional;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.Scope;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.UntakenStep;

/** What comes of a strategy that was weakened in one place. */
public sealed interface Outcome {
  /**
   * A property falls that holds without the change: the place is necessary.
   *
   * @param memory the strongest model under which it does
   */
  record Falls(String memory, StrategyVerdicts strategy, PropertyVerdict violated)
      implements Outcome {}

  /**
   * All holds, but something is not reached any more.
   *
   * @param never nothing of which is so without the change
   */
  record NotReached(List<UntakenStep> never) implements Outcome {}

  /**
   * All still holds, under every model that was asked for.
   *
   * @param weakest the least that is known of it
   */
  record Holds(Optional<Scope> weakest) implements Outcome {}

  /** What comes of it is no strategy, for this reason. */
  record Refused(String why) implements Outcome {}

  /** There is no verdict on it. */
  record Unknown(String why) implements Outcome {}
}
