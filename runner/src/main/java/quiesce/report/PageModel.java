package quiesce.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import quiesce.property.Property;
import quiesce.text.Visible;
import quiesce.verdict.StrategyVerdicts;

/**
 * One strategy, for the template of its page. What may be wider than the page is over several
 * lines.
 *
 * @param verdict on all of it
 * @param name of the strategy, with its title
 * @param models the heads of the columns, padded
 * @param rows one for each property
 * @param key what the marks mean that occur
 * @param details what the table does not say: how properties are violated, or why they have no
 *     verdict
 * @param bounds with how many states there are, if that is known
 */
public record PageModel(
    String verdict,
    String name,
    int propertyWidth,
    List<String> models,
    List<Row> rows,
    String key,
    List<String> details,
    String bounds,
    String summary) {

  private static final int CELL_WIDTH = 6;

  /**
   * @param cells padded, one for each memory model
   */
  public record Row(String property, List<String> cells) {}

  static PageModel of(CheckReport report, TextStyle style) {
    StrategyVerdicts first = report.strategies().get(0);
    String title = Visible.of(Sources.title(first));
    List<Property> properties = report.properties();
    return new PageModel(
        style.wrap(Visible.of(Conclusion.of(report))),
        style.wrap(first.subject().name() + (title.isEmpty() ? "" : ": " + title)),
        properties.stream().mapToInt(p -> p.title().length()).max().orElse(0),
        report.strategies().stream().map(s -> pad(s.subject().memory())).toList(),
        properties.stream().map(p -> row(p, report, style)).toList(),
        style.fill(Mark.key(report.verdicts().toList(), style)),
        details(report).stream().map(style::wrap).toList(),
        style.wrap(states(report.strategies()) + report.bounds()),
        style.wrap(Sentences.summary(report.strategies())));
  }

  private static Row row(Property property, CheckReport report, TextStyle style) {
    return new Row(
        property.title(),
        report.strategies().stream()
            .map(s -> VerdictSentence.verdict(s, property))
            .map(v -> Mark.cell(v, style, CELL_WIDTH))
            .toList());
  }

  private static String pad(String text) {
    return text + " ".repeat(Math.max(0, CELL_WIDTH - text.length()));
  }

  /** One for each thing to say, with the properties and memory models that it is to be said of. */
  private static List<String> details(CheckReport report) {
    Map<String, Set<String>> properties = new LinkedHashMap<>();
    for (Property property : report.properties()) {
      Map<String, List<String>> said = new LinkedHashMap<>();
      for (StrategyVerdicts s : report.strategies()) {
        Sentences.remark(s, VerdictSentence.verdict(s, property))
            .ifPresent(
                text ->
                    said.computeIfAbsent(text, t -> new ArrayList<>()).add(s.subject().memory()));
      }
      said.forEach(
          (text, models) ->
              properties
                  .computeIfAbsent(text, t -> new LinkedHashSet<>())
                  .add(property.title() + Models.remark(models, report)));
    }
    List<String> all = new ArrayList<>();
    properties.forEach((text, of) -> all.add(String.join(", ", of) + ": " + text));
    all.addAll(report.notLifted());
    report.strategies().stream()
        .flatMap(s -> Sentences.stepsNeverTaken(s).stream())
        .distinct()
        .forEach(step -> all.add("never taken: " + step));
    return all;
  }

  private static String states(List<StrategyVerdicts> strategies) {
    if (strategies.size() == 1) {
      return strategies
          .get(0)
          .explored()
          .map(
              c ->
                  String.format(
                      Locale.ROOT, "%,d distinct states, depth %d; ", c.distinct(), c.depth()))
          .orElse("");
    }
    String states =
        strategies.stream()
            .filter(s -> s.explored().isPresent())
            .map(
                s ->
                    String.format(
                        Locale.ROOT,
                        "%,d (%s)",
                        s.explored().get().distinct(),
                        s.subject().memory()))
            .collect(Collectors.joining(", "));
    return states.isEmpty() ? "" : "distinct states " + states + "; ";
  }
}
