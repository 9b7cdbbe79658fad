package quiesce.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import quiesce.property.Property;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.StrategyVerdicts;

/**
 * Strategies and properties as a table for a document.
 *
 * @param head as wide as each row
 * @param key what the marks mean that occur
 * @param names of the properties, after their heads
 * @param remarks verdicts that somebody should look at, and passes that are for given numbers
 */
public record VerdictTable(
    List<String> head,
    List<List<String>> rows,
    List<String> key,
    List<String> names,
    List<String> remarks,
    String bounds) {

  /**
   * @param wanted the only properties to show; none for all
   */
  public static VerdictTable of(CheckReport report, List<Property> wanted, boolean ascii) {
    List<Property> properties =
        report.properties().stream().filter(p -> wanted.isEmpty() || wanted.contains(p)).toList();
    List<StrategyVerdicts> strategies =
        report.strategies().stream().map(s -> only(s, properties)).toList();
    TextStyle style = new TextStyle(ascii, false);
    boolean several = report.memories().size() > 1;
    List<String> head = new ArrayList<>(List.of("Strategy"));
    if (several) {
      head.add("Memory");
    }
    properties.stream().map(Property::shortName).forEach(head::add);
    head.add("States");
    return new VerdictTable(
        head,
        strategies.stream().map(s -> row(s, properties, several, style)).toList(),
        Mark.key(strategies.stream().flatMap(s -> s.properties().stream()).toList(), style),
        properties.stream().map(p -> p.shortName() + ": " + p.title()).toList(),
        Stream.concat(
                TextReport.unexpected(strategies).stream(),
                new CheckReport(report.options(), report.engine(), strategies).notLifted().stream())
            .toList(),
        report.bounds());
  }

  private static StrategyVerdicts only(StrategyVerdicts strategy, List<Property> properties) {
    return new StrategyVerdicts(
        strategy.subject(),
        strategy.properties().stream().filter(v -> properties.contains(v.property())).toList(),
        strategy.explored(),
        strategy.anyNumber());
  }

  private static List<String> row(
      StrategyVerdicts strategy, List<Property> properties, boolean several, TextStyle style) {
    List<String> row = new ArrayList<>(List.of(strategy.subject().name()));
    if (several) {
      row.add(strategy.subject().memory());
    }
    for (Property property : properties) {
      PropertyVerdict verdict = VerdictSentence.verdict(strategy, property);
      row.add(Mark.of(verdict).text(style) + (verdict.unexpected() ? "!" : ""));
    }
    row.add(
        strategy.explored().map(c -> String.format(Locale.ROOT, "%,d", c.distinct())).orElse("-"));
    return row;
  }
}
