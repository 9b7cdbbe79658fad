package quiesce.report;

import java.util.List;
import java.util.stream.Stream;
import quiesce.emission.Options;
import quiesce.property.Property;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.StrategyVerdicts;

/**
 * What is to be reported of a check.
 *
 * @param options with the bounds, which every verdict is stated with
 * @param engine such as {@code TLC 2.18}
 * @param strategies in the order of the report
 */
public record CheckReport(Options options, String engine, List<StrategyVerdicts> strategies) {
  public CheckReport {
    strategies = List.copyOf(strategies);
  }

  /** The line that says how far the verdicts go. */
  public String bounds() {
    StringBuilder text =
        new StringBuilder(
            "CPUs %d, registrations %d, memory model %s"
                .formatted(options.cpus(), options.registrations(), options.memory()));
    if (!options.compiler()) {
      text.append(", compiler off");
    }
    if (options.atomicity() != Options.DEFAULT.atomicity()) {
      text.append(", atomicity ")
          .append(options.atomicity().name().toLowerCase(java.util.Locale.ROOT));
    }
    return text.append(", ").append(engine).toString();
  }

  Stream<PropertyVerdict> verdicts() {
    return strategies.stream().flatMap(s -> s.properties().stream());
  }

  /** The properties that were asked for. */
  List<Property> properties() {
    return verdicts().map(PropertyVerdict::property).distinct().sorted().toList();
  }
}
