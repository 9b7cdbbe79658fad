package quiesce.verdict;

import quiesce.emission.Action;

/**
 * An action that no behaviour takes, and the C line that it stands for.
 *
 * @param function that the line is in; "provider" for the harness
 * @param line in the strategy file; 0 for the harness
 * @param source the line, trimmed; empty for the harness
 */
public record UntakenStep(String action, String function, int line, String source) {
  static UntakenStep of(Action action) {
    var origin = action.main().origin();
    return new UntakenStep(action.name(), origin.function(), origin.place().line(), origin.text());
  }

  /** In one line, for people. */
  public String text() {
    return line == 0 ? function + ": " + action : function + "() line " + line + ": " + source;
  }
}
