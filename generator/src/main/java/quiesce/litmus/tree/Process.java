package quiesce.litmus.tree;

import java.util.List;
import quiesce.source.Place;

/**
 * {@code P0(int *x) { ... }}.
 *
 * @param end the closing brace
 */
public record Process(
    Place place, int number, List<Parameter> parameters, Statement.Block body, Place end) {
  public Process {
    parameters = List.copyOf(parameters);
  }

  public String name() {
    return "P" + number;
  }

  public record Parameter(Place place, Type type, String name) {}
}
