package quiesce.steps;

import java.util.List;
import quiesce.source.Place;

/**
 * Where a step comes from.
 *
 * @param function the C function that the statement is in; "provider" for the harness
 * @param callers the functions that it was inlined through, outermost first, without itself
 * @param place of the statement or expression
 * @param text the C line, trimmed; empty for the harness
 */
public record Origin(String function, List<String> callers, Place place, String text) {
  public Origin {
    callers = List.copyOf(callers);
  }

  public static Origin harness(String function) {
    return new Origin(function, List.of(), new Place(0, 0), "");
  }

  /** Whether it is in a function, or in one that was inlined there. */
  public boolean isWithin(String function) {
    return this.function.equals(function) || callers.contains(function);
  }

  public boolean isHarness() {
    return place.line() == 0;
  }
}
