package quiesce.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import quiesce.property.Property;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.Scope;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Verdict;

/** Which passes are for given numbers though any was asked for, and why: each reason once. */
final class NotLifted {
  /** More names in a line are not read. */
  private static final int MOST_NAMES = 8;

  private final CheckReport report;
  private final Set<String> strategies;

  private NotLifted(CheckReport report) {
    this.report = report;
    this.strategies =
        report.strategies().stream()
            .filter(s -> passes(s) > 0)
            .map(s -> s.subject().name())
            .collect(Collectors.toSet());
  }

  /** What passes have in common: in words, such as {@code for 2 CPUs (not lifted: ...)}. */
  private record Reason(String scope, String why) {
    String text() {
      return "for " + scope + " (not lifted: " + why + ")";
    }
  }

  /** A line for each reason; none where all passes are for what was asked for. */
  static List<String> lines(CheckReport report) {
    return new NotLifted(report).lines();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    byReason()
        .forEach(
            (reason, found) -> {
              String whose =
                  byModels(found).entrySet().stream()
                      .map(e -> whose(e.getValue(), e.getKey()))
                      .collect(Collectors.joining(", "));
              lines.add(
                  !isOne()
                      ? reason.text() + ": " + whose
                      : whose.isEmpty() ? reason.text() : whose + ": " + reason.text());
            });
    return lines;
  }

  private boolean isOne() {
    return strategies.size() == 1;
  }

  private Map<Reason, Map<StrategyVerdicts, List<Property>>> byReason() {
    Map<Reason, Map<StrategyVerdicts, List<Property>>> all = new LinkedHashMap<>();
    for (StrategyVerdicts s : report.strategies()) {
      for (PropertyVerdict v : s.properties()) {
        if (v.verdict() instanceof Verdict.Holds h && h.scope().notLifted().isPresent()) {
          Scope scope = h.scope();
          all.computeIfAbsent(
                  new Reason(scope.text(), scope.notLifted().get()), k -> new LinkedHashMap<>())
              .computeIfAbsent(s, k -> new ArrayList<>())
              .add(v.property());
        }
      }
    }
    return all;
  }

  /** What is meant under the same memory models. */
  private Map<List<String>, List<String>> byModels(Map<StrategyVerdicts, List<Property>> found) {
    Map<String, List<String>> models = new LinkedHashMap<>();
    found.forEach(
        (s, properties) ->
            names(s, properties)
                .forEach(
                    name ->
                        models
                            .computeIfAbsent(name, k -> new ArrayList<>())
                            .add(s.subject().memory())));
    Map<List<String>, List<String>> names = new LinkedHashMap<>();
    models.forEach((name, under) -> names.computeIfAbsent(under, k -> new ArrayList<>()).add(name));
    return names;
  }

  /** Of one strategy its properties, nothing if all that hold are meant; else its own name. */
  private List<String> names(StrategyVerdicts strategy, List<Property> properties) {
    boolean all = properties.size() == passes(strategy);
    if (isOne()) {
      return all ? List.of("") : properties.stream().map(Property::title).toList();
    }
    String some =
        properties.stream().map(Property::shortName).collect(Collectors.joining("/", " ", ""));
    return List.of(strategy.subject().name() + (all ? "" : some));
  }

  private String whose(List<String> names, List<String> models) {
    if (names.equals(List.of(""))) {
      return models.size() == report.memories().size() ? "" : Models.under(models);
    }
    String text =
        !isOne() && names.size() > 1 && strategies.equals(Set.copyOf(names))
            ? "every strategy"
            : names.size() > MOST_NAMES
                ? "%d strategies".formatted(names.size())
                : String.join(", ", names);
    return text + Models.remark(models, report);
  }

  private static long passes(StrategyVerdicts strategy) {
    return strategy.properties().stream().filter(v -> v.verdict() instanceof Verdict.Holds).count();
  }
}
