package quiesce.explanation;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import quiesce.property.Property;

/**
 * How a property is violated.
 *
 * @param events in the order of time
 * @param relations which of them depend on which
 * @param backTo for a lasso, the index of the event that follows the last one again
 * @param outcome what is wrong in the end, in one line
 * @param scenes the machine before all events, and then after each; none where there is no trace
 */
public record Counterexample(
    Property property,
    List<Event> events,
    List<Relation> relations,
    Optional<Integer> backTo,
    String outcome,
    List<Scene> scenes) {
  public Counterexample {
    events = List.copyOf(events);
    relations = List.copyOf(relations);
    scenes = List.copyOf(scenes);
  }

  /** The C lines that the events refer to, by their numbers. */
  public SortedMap<Integer, String> lines() {
    SortedMap<Integer, String> lines = new TreeMap<>();
    events.stream()
        .filter(e -> e.line() > 0 && !Passage.isMarker(e))
        .forEach(e -> lines.put(e.line(), e.source()));
    return lines;
  }
}
