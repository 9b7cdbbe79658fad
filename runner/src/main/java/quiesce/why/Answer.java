package quiesce.why;

import java.util.List;
import quiesce.verdict.StrategyVerdicts;

/**
 * Why the lines of a strategy are there.
 *
 * @param original the verdicts on it as it is, one for each memory model, the strongest first
 * @param findings in the order of the text
 */
public record Answer(List<StrategyVerdicts> original, List<Finding> findings) {
  public Answer {
    original = List.copyOf(original);
    findings = List.copyOf(findings);
  }

  /** Whether there is no verdict on something that was asked. */
  public boolean unknown() {
    return original.stream().anyMatch(StrategyVerdicts::unknown)
        || findings.stream().anyMatch(f -> f.result() == Finding.Result.UNKNOWN);
  }
}
