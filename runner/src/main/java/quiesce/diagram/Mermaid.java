package quiesce.diagram;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import quiesce.emission.Templates;
import quiesce.explanation.Counterexample;
import quiesce.explanation.Event;
import quiesce.explanation.Passage;

/** Diagrams as Mermaid text, which a renderer draws where the text is shown. */
public final class Mermaid {
  private static final int COLUMNS = 44;

  private final Templates templates;

  public Mermaid(Templates templates) {
    this.templates = templates;
  }

  /** A sequence diagram: a participant for each CPU. */
  public String sequence(Counterexample example) {
    TreeSet<Integer> cpus = new TreeSet<>(example.events().stream().map(Event::cpu).toList());
    cpus.addAll(cpus.isEmpty() ? List.of(0) : List.of());
    return templates.render(
        "diagram/sequence.mmd.ftl",
        Map.of(
            "cpus",
            cpus,
            "passages",
            Passage.of(example),
            "outcome",
            example.property().title() + " violated: " + example.outcome(),
            "text",
            new MermaidText(COLUMNS)));
  }

  /** A flow chart: round where it begins, a double frame where nothing leads on. */
  public String graph(StateGraph graph) {
    return templates.render(
        "diagram/graph.mmd.ftl", Map.of("graph", graph, "text", new MermaidText(COLUMNS)));
  }
}
