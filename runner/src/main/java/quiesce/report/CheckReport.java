package quiesce.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.module.Options;
import quiesce.property.Property;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.Scope;
import quiesce.verdict.StrategyVerdicts;

/**
 * What is to be reported of a check.
 *
 * @param options with the bounds, which every verdict is stated with; one for each memory model,
 *     which is all that they differ in
 * @param engine such as {@code TLC 2.18}
 * @param strategies in the order of the report
 */
public record CheckReport(List<Options> options, String engine, List<StrategyVerdicts> strategies) {
  public CheckReport {
    options = List.copyOf(options);
    strategies = List.copyOf(strategies);
  }

  /** The line that says how far the verdicts go. */
  public String bounds() {
    String models = String.join(", ", memories());
    return bounds(verdicts(), (options.size() == 1 ? "memory model " : "memory models ") + models);
  }

  /** The same for one memory model alone. */
  public String boundsOf(String memory) {
    return bounds(
        strategies.stream()
            .filter(s -> s.subject().memory().equals(memory))
            .flatMap(s -> s.properties().stream()),
        "memory model " + memory);
  }

  /** The memory models, the strongest first. */
  public List<String> memories() {
    return options.stream().map(Options::memory).toList();
  }

  private String bounds(Stream<PropertyVerdict> verdicts, String models) {
    Options options = this.options.get(0);
    StringBuilder text = new StringBuilder(numbers(options, verdicts)).append(", ").append(models);
    if (!options.compiler()) {
      text.append(", compiler off");
    }
    if (options.atomicity() != Options.DEFAULT.atomicity()) {
      text.append(", atomicity ")
          .append(options.atomicity().name().toLowerCase(java.util.Locale.ROOT));
    }
    if (!options.reductions()) {
      text.append(", reductions off");
    }
    return text.append(", ").append(engine).toString();
  }

  /** The numbers that were asked for or, where that was any, those that passes are for. */
  private static String numbers(Options asked, Stream<PropertyVerdict> verdicts) {
    if (!asked.cpus().any() && !asked.registrations().any()) {
      return "CPUs %s, registrations %s".formatted(asked.cpus(), asked.registrations());
    }
    String scopes =
        Scope.texts(verdicts)
            .sorted(Comparator.comparing(s -> !s.startsWith("any")))
            .collect(Collectors.joining(" or for "));
    return scopes.isEmpty() ? "no passes" : "passes for " + scopes;
  }

  /** All of them. */
  public Stream<PropertyVerdict> verdicts() {
    return strategies.stream().flatMap(s -> s.properties().stream());
  }

  /** The properties that were asked for. */
  public List<Property> properties() {
    return verdicts().map(PropertyVerdict::property).distinct().sorted().toList();
  }
}
