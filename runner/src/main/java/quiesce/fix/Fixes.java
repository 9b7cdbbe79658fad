package quiesce.fix;

import java.util.List;
import java.util.Optional;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Verdict;

/**
 * What repairs a strategy.
 *
 * @param original the verdicts on it as it is, one for each memory model, the strongest first
 * @param fixes the best first
 * @param repairs how many there are in the family for this strategy
 * @param checked how many sets of them were checked
 * @param largest the number of changes up to which all were tried
 * @param open why some have no verdict, if any
 */
public record Fixes(
    List<StrategyVerdicts> original,
    List<Fix> fixes,
    int repairs,
    int checked,
    int largest,
    Optional<String> open) {
  public Fixes {
    original = List.copyOf(original);
    fixes = List.copyOf(fixes);
  }

  /** Whether every property holds as it is. */
  public boolean nothingToFix() {
    return original.stream()
        .flatMap(s -> s.properties().stream())
        .noneMatch(
            v -> v.verdict() instanceof Verdict.Violated || v.verdict() instanceof Verdict.Unknown);
  }
}
