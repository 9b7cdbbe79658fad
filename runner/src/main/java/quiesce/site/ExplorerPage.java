package quiesce.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import quiesce.explanation.Counterexample;
import quiesce.explanation.Event;
import quiesce.explanation.Scene;
import quiesce.property.Property;
import quiesce.report.CheckReport;
import quiesce.report.Sources;
import quiesce.source.SourceFile;
import quiesce.text.Visible;
import quiesce.verdict.StrategyVerdicts;

/**
 * A counterexample, for the template of its page.
 *
 * @param anchor of the verdict on the page of the strategy
 * @param cpus those that something happens on
 * @param backTo the number of the first event of the lasso; 0 if there is none
 * @param parts the machine before everything
 * @param data for the script, as JSON that is safe in HTML
 * @param previous the counterexample before this one in the report
 * @param next the one after it
 */
public record ExplorerPage(
    String name,
    String title,
    String memory,
    Property property,
    String anchor,
    String outcome,
    String bounds,
    List<Integer> cpus,
    List<EventRow> events,
    int backTo,
    List<Part> parts,
    String file,
    List<SourceLine> lines,
    String data,
    Optional<Neighbour> previous,
    Optional<Neighbour> next) {

  /**
   * One kind of thing to look at, such as memory.
   *
   * @param columns of a matrix; none where each row has one value
   */
  public record Part(String title, List<String> columns, List<Row> rows) {}

  /** What something is: for each column, or by itself. */
  public record Row(String name, List<String> values) {}

  /** Another counterexample of the report; its path begins at the root of the site. */
  public record Neighbour(String path, String name) {}

  static ExplorerPage of(
      CheckReport report,
      StrategyVerdicts strategy,
      String anchor,
      Counterexample example,
      Optional<Neighbour> previous,
      Optional<Neighbour> next) {
    SourceFile file = Sources.file(strategy);
    String memory = strategy.subject().memory();
    List<EventRow> events = EventRow.of(example);
    return new ExplorerPage(
        Visible.of(strategy.subject().name()),
        StrategyPage.title(strategy),
        memory,
        example.property(),
        anchor,
        Visible.of(example.outcome()),
        report.boundsOf(strategy, example.property()),
        List.copyOf(
            example.events().stream()
                .map(Event::cpu)
                .collect(Collectors.toCollection(TreeSet::new))),
        events,
        example.backTo().map(index -> index + 1).orElse(0),
        example.scenes().stream()
            .findFirst()
            .map(first -> first.parts().stream().map(ExplorerPage::part).toList())
            .orElse(List.of()),
        Visible.of(file.name()),
        SourceLine.of(file),
        SceneData.of(example, events),
        previous,
        next);
  }

  private static Part part(Scene.Part part) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    part.cells()
        .forEach(
            c ->
                rows.computeIfAbsent(Visible.of(c.name()), n -> new ArrayList<>())
                    .add(Visible.of(c.value())));
    return new Part(
        Visible.of(part.title()),
        part.cells().stream()
            .map(c -> Visible.of(c.column()))
            .filter(c -> !c.isEmpty())
            .distinct()
            .toList(),
        rows.entrySet().stream().map(r -> new Row(r.getKey(), r.getValue())).toList());
  }
}
