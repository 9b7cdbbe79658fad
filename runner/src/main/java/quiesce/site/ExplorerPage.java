package quiesce.site;

import java.util.List;
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
    String data) {

  /** One kind of thing to look at, such as memory. */
  public record Part(String title, List<Cell> cells) {}

  /** What something is. */
  public record Cell(String name, String value) {}

  static ExplorerPage of(
      CheckReport report, StrategyVerdicts strategy, String anchor, Counterexample example) {
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
        report.boundsOf(memory),
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
        SceneData.of(example, events));
  }

  private static Part part(Scene.Part part) {
    return new Part(
        Visible.of(part.title()),
        part.cells().stream()
            .map(c -> new Cell(Visible.of(c.name()), Visible.of(c.value())))
            .toList());
  }
}
