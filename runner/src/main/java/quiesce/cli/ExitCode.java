package quiesce.cli;

import java.util.List;
import quiesce.verdict.StrategyVerdicts;

/** What the exit codes say. */
final class ExitCode {
  static final int AS_EXPECTED = 0;
  static final int NOT_AS_EXPECTED = 1;
  static final int USAGE = 2;
  static final int ENGINE = 3;
  static final int INTERRUPTED = 130;

  private ExitCode() {}

  /** An engine that failed wins: nobody knows what else it would have found. */
  static int of(List<StrategyVerdicts> strategies) {
    if (strategies.stream().anyMatch(StrategyVerdicts::unknown)) {
      return ENGINE;
    }
    return strategies.stream().anyMatch(StrategyVerdicts::unexpected)
        ? NOT_AS_EXPECTED
        : AS_EXPECTED;
  }
}
