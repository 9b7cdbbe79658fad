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
import quiesce.verdict.Verdict;

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

  /** The same for one of the strategies alone. */
  public String boundsOf(StrategyVerdicts strategy) {
    return bounds(strategy.properties().stream(), "memory model " + strategy.subject().memory());
  }

  /** The same for one verdict. */
  public String boundsOf(StrategyVerdicts strategy, Property property) {
    return bounds(
        Stream.of(VerdictSentence.verdict(strategy, property)),
        "memory model " + strategy.subject().memory());
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

  /** The numbers that were asked for or, where that was any, those that verdicts are for. */
  private static String numbers(Options asked, Stream<PropertyVerdict> verdicts) {
    if (!asked.anyNumber()) {
      return numbers(asked);
    }
    List<PropertyVerdict> all = verdicts.toList();
    String passes =
        Scope.texts(all.stream())
            .sorted(Comparator.comparing(s -> !s.startsWith("any")))
            .collect(Collectors.joining(", or for "));
    String violations =
        all.stream()
            .map(PropertyVerdict::verdict)
            .flatMap(v -> v instanceof Verdict.Violated x ? Stream.of(x) : Stream.empty())
            .map(x -> Scope.of(x.specification()).text())
            .distinct()
            .collect(Collectors.joining(", or with "));
    if (passes.isEmpty()) {
      return violations.isEmpty() ? numbers(asked) : "with " + violations;
    }
    return "passes for " + passes + (violations.isEmpty() ? "" : "; violations with " + violations);
  }

  private static String numbers(Options asked) {
    return "CPUs %s, registrations %s".formatted(asked.cpus(), asked.registrations());
  }

  /** Which passes are for given numbers though any was asked for, and why: each reason once. */
  public List<String> notLifted() {
    return NotLifted.lines(this);
  }

  /** The same for one of the strategies alone. */
  public List<String> notLifted(StrategyVerdicts strategy) {
    return NotLifted.lines(new CheckReport(options, engine, List.of(strategy)));
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
