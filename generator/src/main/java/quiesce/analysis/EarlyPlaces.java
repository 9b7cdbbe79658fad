package quiesce.analysis;

import java.util.Map;

/**
 * Where a thread may be when it performs a step early: for each step, the nodes at which it may be
 * seen, with the condition.
 *
 * @param performed of each step
 * @param forwarded of each load that gets the value of a store that is still pending
 */
public record EarlyPlaces(
    Map<Integer, Map<Integer, Guard>> performed, Map<Forwarded, Map<Integer, Guard>> forwarded) {
  public static final EarlyPlaces NONE = new EarlyPlaces(Map.of(), Map.of());

  /** A load, and the store of its own thread that it gets its value from. */
  public record Forwarded(int load, int store) {}

  public Map<Integer, Guard> of(int step) {
    return performed.getOrDefault(step, Map.of());
  }

  public Map<Integer, Guard> forwarded(int load, int store) {
    return forwarded.getOrDefault(new Forwarded(load, store), Map.of());
  }
}
