package quiesce.verdict;

import java.util.List;
import java.util.Optional;
import quiesce.engine.tlc.Counts;

/**
 * The verdicts on one strategy.
 *
 * @param properties one for each property that was asked for, in the order of reports
 * @param explored what the run that explored every state counted, if one did
 */
public record StrategyVerdicts(
    Subject subject, List<PropertyVerdict> properties, Optional<Counts> explored) {
  public StrategyVerdicts {
    properties = List.copyOf(properties);
  }

  public boolean unexpected() {
    return properties.stream().anyMatch(PropertyVerdict::unexpected);
  }

  public boolean unknown() {
    return properties.stream().anyMatch(PropertyVerdict::unknown);
  }
}
