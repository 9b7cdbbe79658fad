package quiesce.report;

import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Subject;

/** What is printed about a strategy before the report. */
public final class ProgressLine {
  private ProgressLine() {}

  /** When it is done, for example {@code rcu (weak): 9 hold, 2 not applicable}. */
  public static String of(StrategyVerdicts verdicts) {
    return Sentences.name(verdicts) + ": " + Sentences.counts(verdicts.properties());
  }

  /** What a user should know about its check. */
  public static String of(Subject subject, String told) {
    return Sentences.name(subject) + ": " + told;
  }
}
