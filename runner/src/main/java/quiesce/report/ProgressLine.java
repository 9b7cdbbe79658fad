package quiesce.report;

import quiesce.verdict.StrategyVerdicts;

/** What is told of a strategy as soon as it is done. */
public final class ProgressLine {
  private ProgressLine() {}

  /** For example {@code [3/17] rcu: 9 hold, 2 not applicable}. */
  public static String of(int done, int all, StrategyVerdicts verdicts) {
    return "[%d/%d] %s: %s"
        .formatted(done, all, verdicts.subject().name(), Sentences.counts(verdicts.properties()));
  }
}
