package quiesce.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import quiesce.explanation.Columns;
import quiesce.property.Property;
import quiesce.steps.Program;
import quiesce.template.Templates;
import quiesce.text.Visible;
import quiesce.verdict.StrategyVerdicts;

/**
 * Two strategies beside each other.
 *
 * @param verdicts which moved, or that none did
 * @param states how many each has under each memory model
 * @param costs what readers and updates pay
 * @param races a run for each mistake that one of them allows and the other does not
 */
public record Comparison(
    String title,
    List<String> verdicts,
    List<String> states,
    CostTable costs,
    List<MarkdownReport.Race> races) {

  /**
   * Compares what was found of each.
   *
   * @param one with verdicts under some memory models
   * @param other with verdicts under the same
   */
  public static Comparison of(CheckReport one, CheckReport other, Columns columns) {
    List<String> names = names(one, other);
    return new Comparison(
        names.get(0) + " and " + names.get(1),
        Changes.between(one, other, names.get(0), names.get(1)),
        states(one, other, names),
        CostTable.of(List.of(program(one), program(other)), names),
        races(one, other, names, columns));
  }

  private static Program program(CheckReport report) {
    return report.strategies().get(0).subject().program();
  }

  /** By their files, where both have one name. */
  private static List<String> names(CheckReport one, CheckReport other) {
    List<String> names = Stream.of(one, other).map(r -> Visible.of(program(r).name())).toList();
    return names.get(0).equals(names.get(1))
        ? Stream.of(one, other).map(r -> program(r).strategy().file().name()).toList()
        : names;
  }

  private static List<String> states(CheckReport one, CheckReport other, List<String> names) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < one.strategies().size(); i++) {
      OptionalLong a = states(one.strategies().get(i));
      OptionalLong b = states(other.strategies().get(i));
      if (a.isPresent() && b.isPresent()) {
        lines.add(
            "%s: %,d states of %s, %,d of %s"
                .formatted(
                    one.strategies().get(i).subject().memory(),
                    a.getAsLong(),
                    names.get(0),
                    b.getAsLong(),
                    names.get(1)));
      }
    }
    return lines;
  }

  private static OptionalLong states(StrategyVerdicts strategy) {
    return strategy.explored().stream().mapToLong(c -> c.distinct()).findFirst();
  }

  private static List<MarkdownReport.Race> races(
      CheckReport one, CheckReport other, List<String> names, Columns columns) {
    List<MarkdownReport.Race> races = new ArrayList<>();
    List<Property> shown = new ArrayList<>();
    for (Move move : Move.between(one, other)) {
      boolean first = move.before() == Mark.VIOLATED;
      boolean only = first != (move.after() == Mark.VIOLATED);
      if (only && shown.stream().noneMatch(p -> Fault.related(p, move.property()))) {
        shown.add(move.property());
        Violation violation = violation(first ? one : other, move.memory(), move.property());
        String title =
            "what %s allows and %s does not: %s, under %s"
                .formatted(
                    names.get(first ? 0 : 1),
                    names.get(first ? 1 : 0),
                    Fault.of(violation.counterexample()),
                    move.memory());
        races.add(new MarkdownReport.Race(title, columns.render(violation.counterexample())));
      }
    }
    return races;
  }

  private static Violation violation(CheckReport report, String memory, Property property) {
    return Violation.of(report).stream()
        .filter(v -> v.memory().equals(memory) && v.property() == property)
        .findFirst()
        .orElseThrow();
  }

  /** For people. */
  public String text(Templates templates, TextStyle style) {
    return templates.render("report/compare.ftl", Map.of("comparison", this, "style", style));
  }

  /** For a pull request. */
  public String markdown(Templates templates) {
    return templates.render(
        "report/compare.md.ftl", Map.of("comparison", this, "md", new MarkdownText()));
  }
}
