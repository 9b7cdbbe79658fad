package quiesce.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import quiesce.explanation.Counterexample;
import quiesce.explanation.Event;
import quiesce.explanation.Passage;
import quiesce.explanation.Relation;
import quiesce.template.Templates;

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
   * A part of a sequence diagram: a note over a CPU, an arrow, or the begin or the end of a loop.
   *
   * @param cpu of a note; or where an arrow ends
   * @param from the CPU where an arrow begins
   * @param lines of a note, or at an arrow
   */
  public record Part(Kind kind, int cpu, int from, List<String> lines) {}

  /** What a part is. */
  public enum Kind {
    NOTE,
    READS,
    WAITS,
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
            parts(example),
            "outcome",
            new MermaidText(NARROW)
                .of(example.property().title() + " violated: " + example.outcome()),
            "text",
            new MermaidText(COLUMNS)));
  }

  /** What a function does without a break, and without an arrow, goes into one note. */
  private static List<Part> parts(Counterexample example) {
    List<Part> parts = new ArrayList<>();
    for (Passage p : Passage.of(example)) {
      if (p instanceof Passage.Head h) {
        String context = h.badge().map(b -> " [" + b + "]").orElse("");
        parts.add(new Part(Kind.NOTE, h.cpu(), h.cpu(), List.of(h.function() + "()" + context)));
      } else if (p instanceof Passage.Deed d) {
        arrows(parts, example, d);
        note(parts, d.cpu(), d.note() + d.line().map(l -> "  (line " + l + ")").orElse(""));
      } else {
        parts.add(new Part(p instanceof Passage.Again ? Kind.LOOP : Kind.END, 0, 0, List.of()));
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
    parts.add(new Part(Kind.NOTE, cpu, cpu, lines));
  }

  /** An arrow is drawn where it ends, and says what it begins at. */
  private static void arrows(List<Part> parts, Counterexample example, Passage.Deed deed) {
    for (Relation r : example.relations()) {
      if (r.to() == deed.event()) {
        Event from = example.events().get(r.from());
        Kind kind = r.kind() == Relation.Kind.READS_FROM ? Kind.READS : Kind.WAITS;
        String how = kind == Kind.READS ? "read: " : "waited for: ";
        parts.add(new Part(kind, deed.cpu(), from.cpu(), List.of(how + from.brief())));
      }
    }
  }

  /** A flow chart: round where it begins, a double frame where nothing leads on. */
  public String graph(StateGraph graph) {
    return templates.render(
        "diagram/graph.mmd.ftl", Map.of("graph", graph, "text", new MermaidText(COLUMNS)));
  }
}
