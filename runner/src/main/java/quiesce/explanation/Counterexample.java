package quiesce.explanation;

import java.util.List;
import java.util.Optional;
import quiesce.property.Property;

/**
 * How a property is violated.
 *
 * @param events in the order of time
 * @param backTo for a lasso, the index of the event that follows the last one again
 * @param outcome what is wrong in the end, in one line
 * @param scenes the machine before all events, and then after each; none where there is no trace
 */
public record Counterexample(
    Property property,
    List<Event> events,
    Optional<Integer> backTo,
    String outcome,
    List<Scene> scenes) {
  public Counterexample {
    events = List.copyOf(events);
    scenes = List.copyOf(scenes);
  }
}
