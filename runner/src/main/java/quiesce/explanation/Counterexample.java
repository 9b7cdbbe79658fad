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
 */
public record Counterexample(
    Property property, List<Event> events, Optional<Integer> backTo, String outcome) {
  public Counterexample {
    events = List.copyOf(events);
  }
}
