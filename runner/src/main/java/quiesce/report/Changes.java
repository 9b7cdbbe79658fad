package quiesce.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quiesce.property.Property;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.StrategyVerdicts;

/** What one check found that another one of the same file did not. */
public final class Changes {
  private Changes() {}

  /** One line for each verdict that moved, and one if none did. */
  public static List<String> of(CheckReport before, CheckReport now) {
    List<String> lines = new ArrayList<>();
    for (Property property : now.properties()) {
      Map<String, List<String>> moves = new LinkedHashMap<>();
      for (StrategyVerdicts strategy : now.strategies()) {
        String memory = strategy.subject().memory();
        String is = meaning(VerdictSentence.verdict(strategy, property));
        meaning(before, memory, property)
            .filter(was -> !was.equals(is))
            .ifPresent(
                was ->
                    moves
                        .computeIfAbsent(is + " now, " + was + " before", move -> new ArrayList<>())
                        .add(memory));
      }
      moves.forEach(
          (move, models) ->
              lines.add("changed: " + property.title() + Models.remark(models, now) + ": " + move));
    }
    return lines.isEmpty() ? List.of("unchanged: every verdict is as before") : lines;
  }

  private static Optional<String> meaning(CheckReport report, String memory, Property property) {
    return report.strategies().stream()
        .filter(s -> s.subject().memory().equals(memory))
        .findFirst()
        .map(s -> meaning(VerdictSentence.verdict(s, property)));
  }

  private static String meaning(PropertyVerdict verdict) {
    return Mark.of(verdict).meaning();
  }
}
