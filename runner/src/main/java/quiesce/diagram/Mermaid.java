package quiesce.diagram;

import java.util.ArrayList;
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

  /** Mermaid does not widen a note over two participants. */
  private static final int NARROW = 26;

  private final Templates templates;

  public Mermaid(Templates templates) {
    this.templates = templates;
  }

  /**
   * A part of a sequence diagram: a note over a CPU, or the begin or the end of a loop.
   *
   * @param cpu of a note
   * @param lines of a note
   */
  public record Part(Kind kind, int cpu, List<String> lines) {}

  /** What a part is. */
  public enum Kind {
    NOTE,
    LOOP,
    END
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
            "parts",
            parts(Passage.of(example)),
            "outcome",
            new MermaidText(NARROW)
                .of(example.property().title() + " violated: " + example.outcome()),
            "text",
            new MermaidText(COLUMNS)));
  }

  /** What a function does without a break goes into one note. */
  private static List<Part> parts(List<Passage> passages) {
    List<Part> parts = new ArrayList<>();
    for (Passage p : passages) {
      if (p instanceof Passage.Head h) {
        String context = h.badge().map(b -> " [" + b + "]").orElse("");
        parts.add(new Part(Kind.NOTE, h.cpu(), List.of(h.function() + "()" + context)));
      } else if (p instanceof Passage.Deed d) {
        note(parts, d.cpu(), d.note() + d.line().map(l -> "  (line " + l + ")").orElse(""));
      } else {
        parts.add(new Part(p instanceof Passage.Again ? Kind.LOOP : Kind.END, 0, List.of()));
      }
    }
    return parts;
  }

  private static void note(List<Part> parts, int cpu, String line) {
    int last = parts.size() - 1;
    boolean goesOn =
        last >= 0 && parts.get(last).kind() == Kind.NOTE && parts.get(last).cpu() == cpu;
    List<String> lines = new ArrayList<>(goesOn ? parts.remove(last).lines() : List.of());
    lines.add(line);
    parts.add(new Part(Kind.NOTE, cpu, lines));
  }

  /** A flow chart: round where it begins, a double frame where nothing leads on. */
  public String graph(StateGraph graph) {
    return templates.render(
        "diagram/graph.mmd.ftl", Map.of("graph", graph, "text", new MermaidText(COLUMNS)));
  }
}
