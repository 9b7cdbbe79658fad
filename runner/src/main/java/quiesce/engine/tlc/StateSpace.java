package quiesce.engine.tlc;

import java.util.List;
import java.util.Set;

/**
 * Every state that TLC found, and every step between two of them.
 *
 * @param states numbered from 1, by the number of steps from an initial state
 * @param initial numbers of the initial states
 * @param steps in the order of the states that they begin in
 */
public record StateSpace(List<State> states, Set<Integer> initial, List<Step> steps) {
  public StateSpace {
    states = List.copyOf(states);
    initial = Set.copyOf(initial);
    steps = List.copyOf(steps);
  }

  /** An action leads from one state to another, by their numbers. */
  public record Step(int from, String action, int to) {}
}
