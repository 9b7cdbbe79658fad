package quiesce.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import quiesce.explanation.Columns;
import quiesce.property.Property;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Verdict;

/** The counterexamples of one strategy, for people. */
public final class ExplainReport {
  private final Columns columns;
  private final TextStyle style;
  private final boolean all;

  /**
   * @param all whether to show every counterexample, not only one for each cause
   */
  public ExplainReport(Columns columns, TextStyle style, boolean all) {
    this.columns = columns;
    this.style = style;
    this.all = all;
  }

  /**
   * One part for each cause of violations, and for each property that was asked for and is not
   * violated; in the end the bounds.
   */
  public String render(CheckReport report) {
    List<Cause> causes =
        all
            ? Violation.of(report).stream()
                .map(v -> new Cause(v.counterexample(), List.of(v)))
                .toList()
            : Cause.of(report);
    List<String> parts = new ArrayList<>();
    causes.forEach(cause -> parts.add(part(cause)));
    parts.addAll(others(report));
    if (parts.isEmpty()) {
      parts.add(name(report.strategies()) + ": no property is violated");
    }
    long hidden = causes.stream().mapToLong(c -> c.violations().size() - 1).sum();
    if (hidden > 0) {
      parts.add(
          style.wrap(
              hidden == 1
                  ? "1 more counterexample has the same cause; --all shows it"
                  : hidden + " more counterexamples have the same causes; --all shows them"));
    }
    return String.join("\n\n", parts) + "\n\n" + style.wrap(bounds(report)) + "\n";
  }

  /** Of what is violated alone, where all is asked for and nothing said of the rest. */
  private static String bounds(CheckReport report) {
    List<StrategyVerdicts> violated =
        report.strategies().stream()
            .map(
                s ->
                    new StrategyVerdicts(
                        s.subject(),
                        s.properties().stream()
                            .filter(v -> v.verdict() instanceof Verdict.Violated)
                            .toList(),
                        s.explored()))
            .toList();
    boolean none = violated.stream().allMatch(s -> s.properties().isEmpty());
    return none || !everything(report)
        ? report.bounds()
        : new CheckReport(report.options(), report.engine(), violated).bounds();
  }

  private static boolean everything(CheckReport report) {
    return report.properties().size() == Property.values().length;
  }

  private String part(Cause cause) {
    String text = columns.render(cause.shown());
    return style.wrap(head(cause.violations())) + "\n\n" + text.stripTrailing();
  }

  /** Which properties are violated, and under which memory models. */
  private static String head(List<Violation> violations) {
    Map<Property, Set<String>> models = new LinkedHashMap<>();
    violations.forEach(
        v -> models.computeIfAbsent(v.property(), p -> new LinkedHashSet<>()).add(v.memory()));
    String name = violations.get(0).strategy().subject().name();
    String are =
        (models.size() == 1 ? " is violated" : " are violated")
            + Sentences.cpus(violations.get(0).verdict());
    if (Set.copyOf(models.values()).size() == 1) {
      String properties = Models.and(models.keySet().stream().map(Property::title).toList());
      return name + in(models.values().iterator().next()) + ": " + properties + are;
    }
    return name
        + ": "
        + Models.and(
            models.entrySet().stream().map(e -> e.getKey().title() + in(e.getValue())).toList())
        + are;
  }

  private static String in(Set<String> models) {
    return " (" + String.join(", ", models) + ")";
  }

  private static String name(List<StrategyVerdicts> strategies) {
    return strategies.get(0).subject().name()
        + in(
            strategies.stream()
                .map(s -> s.subject().memory())
                .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  /**
   * What is not violated, as far as somebody should know of it; the same of several models once.
   */
  private List<String> others(CheckReport report) {
    boolean everything = everything(report);
    Map<String, List<StrategyVerdicts>> said = new LinkedHashMap<>();
    for (StrategyVerdicts strategy : report.strategies()) {
      strategy.properties().stream()
          .filter(v -> !(v.verdict() instanceof Verdict.Violated))
          .filter(v -> !everything || v.unknown())
          .forEach(v -> said.computeIfAbsent(sentence(v), k -> new ArrayList<>()).add(strategy));
      Sentences.stepsNeverTaken(strategy)
          .forEach(
              step ->
                  said.computeIfAbsent("never taken: " + step, k -> new ArrayList<>())
                      .add(strategy));
    }
    return said.entrySet().stream()
        .map(e -> style.wrap(name(e.getValue()) + ": " + e.getKey()))
        .toList();
  }

  private static String sentence(PropertyVerdict v) {
    String property = v.property().title();
    if (v.verdict() instanceof Verdict.NotApplicable n) {
      return property + " is not applicable: " + n.reason();
    } else if (v.verdict() instanceof Verdict.Unknown u) {
      return property + " is unknown: " + u.message();
    }
    return v.unexpected()
        ? Sentences.unexpected(v)
        : property + " holds: " + v.property().meaning();
  }
}
