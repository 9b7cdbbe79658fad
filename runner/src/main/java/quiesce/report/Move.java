package quiesce.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import quiesce.property.Property;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.StrategyVerdicts;

/** A verdict that is another one than before. */
public record Move(String strategy, String memory, Property property, Mark before, Mark after) {

  /** Those between two checks, by the property; of what was checked in both alone. */
  static List<Move> between(CheckReport before, CheckReport after) {
    List<Move> moves = new ArrayList<>();
    boolean alone = names(before).size() == 1 && names(after).size() == 1;
    for (Property property : after.properties()) {
      for (StrategyVerdicts now : after.strategies()) {
        before.strategies().stream()
            .filter(was -> isSame(was, now, alone))
            .map(was -> mark(was, property))
            .filter(was -> was != mark(now, property))
            .map(
                was ->
                    new Move(
                        now.subject().name(),
                        now.subject().memory(),
                        property,
                        was,
                        mark(now, property)))
            .forEach(moves::add);
      }
    }
    return moves;
  }

  /** Where there is one strategy, it may have been renamed. */
  private static boolean isSame(StrategyVerdicts one, StrategyVerdicts other, boolean alone) {
    return one.subject().memory().equals(other.subject().memory())
        && (alone || one.subject().name().equals(other.subject().name()));
  }

  /** The strategies of a check. */
  static Set<String> names(CheckReport report) {
    return report.strategies().stream()
        .map(s -> s.subject().name())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Mark mark(StrategyVerdicts strategy, Property property) {
    PropertyVerdict verdict = VerdictSentence.verdict(strategy, property);
    return Mark.of(verdict);
  }
}
