package quiesce.diagram;

import java.util.stream.Collectors;
import quiesce.explanation.Counterexample;
import quiesce.explanation.Event;
import quiesce.explanation.Passage;
import quiesce.explanation.Relation;

/** A counterexample in words, for those who cannot see its drawing. */
final class Narration {
  private Narration() {}

  static String of(Counterexample example) {
    return Passage.of(example).stream()
        .map(p -> words(example, p))
        .collect(Collectors.joining("; ", "", ". Outcome: " + example.outcome() + "."));
  }

  private static String words(Counterexample example, Passage passage) {
    if (passage instanceof Passage.Head h) {
      String context = h.badge().map(b -> " in " + b).orElse("");
      return "CPU " + h.cpu() + ": " + h.function() + "()" + context;
    } else if (passage instanceof Passage.Deed d) {
      return "CPU "
          + d.cpu()
          + ": "
          + d.note()
          + d.line().map(l -> " (line " + l + ")").orElse("")
          + relations(example, d.event());
    }
    return passage instanceof Passage.Again ? "from here on again and again" : "and back";
  }

  /** The events that an event depends on. */
  private static String relations(Counterexample example, int event) {
    return example.relations().stream()
        .filter(r -> r.to() == event)
        .map(
            r -> {
              Event from = example.events().get(r.from());
              String how = r.kind() == Relation.Kind.READS_FROM ? "reads" : "waits for";
              return ", which " + how + " CPU " + from.cpu() + ": " + from.brief();
            })
        .collect(Collectors.joining());
  }
}
