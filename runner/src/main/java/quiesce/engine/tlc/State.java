package quiesce.engine.tlc;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import quiesce.tla.Value;

/**
 * One state of a trace.
 *
 * @param number its place, from 1
 * @param action name of the action that led here; none for an initial state
 * @param variables the value of each variable, in TLC's order; a variable that the action left
 *     unassigned is the model value {@code null}
 */
public record State(int number, Optional<String> action, Map<String, Value> variables) {
  public State {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }
}
