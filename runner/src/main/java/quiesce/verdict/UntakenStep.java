package quiesce.verdict;

import quiesce.module.Action;
import quiesce.steps.Origin;

/**
 * What no behaviour does, and the C line that it is for.
 *
 * @param action that is never taken; empty where a line is never come to
 * @param function that the line is in; "provider" for the harness
 * @param line in the strategy file; 0 for the harness
 * @param source the line, trimmed; empty for the harness
 */
public record UntakenStep(String action, String function, int line, String source) {
  static UntakenStep of(Action action) {
    return of(action.name(), action.main().origin());
  }

  static UntakenStep of(Origin statement) {
    return of("", statement);
  }

  private static UntakenStep of(String action, Origin origin) {
    return new UntakenStep(action, origin.function(), origin.place().line(), origin.text());
  }

  boolean isHarness() {
    return line == 0;
  }

  /** In one line, for people. */
  public String text() {
    return isHarness() ? function + ": " + action : function + "() line " + line + ": " + source;
  }
}
