package quiesce.verdict;

import java.util.List;
import java.util.Optional;
import quiesce.engine.tlc.Counts;

/**
 * The verdicts on one strategy.
 *
 * @param properties one for each property that was asked for, in the order of reports
 * @param explored what the run that explored every state counted, if one did
 * @param anyNumber whether that run was of the specification for any number
 */
public record StrategyVerdicts(
    Subject subject,
    List<PropertyVerdict> properties,
    Optional<Counts> explored,
    boolean anyNumber) {
  /** Of the specification for numbers, if of one. */
  public StrategyVerdicts(
      Subject subject, List<PropertyVerdict> properties, Optional<Counts> explored) {
    this(subject, properties, explored, false);
  }

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
