package quiesce.report;

import java.util.List;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.StrategyVerdicts;

/** What is said of verdicts that there are none of. */
public final class Incomplete {
  private Incomplete() {}

  /** One line for each strategy of which something is unknown. */
  public static List<String> of(List<StrategyVerdicts> strategies) {
    return strategies.stream()
        .flatMap(
            s ->
                s.properties().stream()
                    .filter(PropertyVerdict::unknown)
                    .findFirst()
                    .map(v -> Sentences.name(s) + ": " + Sentences.unexpected(v))
                    .stream())
        .toList();
  }
}
