package quiesce.observation;

import java.util.List;

/**
 * How a run of a litmus test can end.
 *
 * @param values of what is observed, in the test's order
 * @param positive whether it satisfies the test's condition
 */
public record FinalState(List<String> values, boolean positive) {
  public FinalState {
    values = List.copyOf(values);
  }
}
