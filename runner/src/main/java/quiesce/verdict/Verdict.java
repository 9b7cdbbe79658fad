package quiesce.verdict;

import java.util.List;
import quiesce.engine.tlc.Reason;
import quiesce.engine.tlc.Trace;
import quiesce.module.Specification;

/** What is known about a property of a strategy, within the bounds of the check. */
public sealed interface Verdict {
  /** The word of reports. */
  String title();

  /**
   * TLC explored every state, and it holds in all of them.
   *
   * @param neverTaken the steps of the strategy that no behaviour takes: with any, a vacuous pass
   * @param scope the numbers of CPUs and registrations that it holds for
   */
  record Holds(List<UntakenStep> neverTaken, Scope scope) implements Verdict {
    public Holds {
      neverTaken = List.copyOf(neverTaken);
    }

    public boolean vacuous() {
      return !neverTaken.isEmpty();
    }

    @Override
    public String title() {
      return "holds";
    }
  }

  /**
   * It does not hold, as the trace shows.
   *
   * @param specification whose trace it is
   */
  record Violated(Trace trace, Specification specification) implements Verdict {
    @Override
    public String title() {
      return "violated";
    }
  }

  /** The strategy cannot exercise it. */
  record NotApplicable(String reason) implements Verdict {
    @Override
    public String title() {
      return "not-applicable";
    }
  }

  /** TLC came to no verdict. */
  record Unknown(Reason reason, String message) implements Verdict {
    @Override
    public String title() {
      return "unknown";
    }
  }
}
