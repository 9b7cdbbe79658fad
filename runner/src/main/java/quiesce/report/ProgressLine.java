package quiesce.report;

import quiesce.verdict.StrategyVerdicts;

/** What is told of a strategy as soon as it is done. */
public final class ProgressLine {
  private ProgressLine() {}

  /** For example {@code rcu (weak): 9 hold, 2 not applicable}. */
  public static String of(StrategyVerdicts verdicts) {
    return Sentences.name(verdicts) + ": " + Sentences.counts(verdicts.properties());
  }
}
