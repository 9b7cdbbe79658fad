package quiesce.diagram;

import java.util.stream.Collectors;
import quiesce.explanation.Counterexample;
import quiesce.explanation.Passage;

/** A counterexample in words, for those who cannot see its drawing. */
final class Narration {
  private Narration() {}

  static String of(Counterexample example) {
    return Passage.of(example).stream()
        .map(Narration::words)
        .collect(Collectors.joining("; ", "", ". Outcome: " + example.outcome() + "."));
  }

  private static String words(Passage passage) {
    if (passage instanceof Passage.Head h) {
      String context = h.badge().map(b -> " in " + b).orElse("");
      return "CPU " + h.cpu() + ": " + h.function() + "()" + context;
    } else if (passage instanceof Passage.Deed d) {
      return "CPU " + d.cpu() + ": " + d.note() + d.line().map(l -> " (line " + l + ")").orElse("");
    }
    return passage instanceof Passage.Again ? "from here on again and again" : "and back";
  }
}
