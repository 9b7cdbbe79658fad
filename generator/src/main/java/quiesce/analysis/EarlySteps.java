package quiesce.analysis;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import quiesce.steps.Value;

/**
 * Which steps of a thread may be performed before earlier ones, and what must then hold at those.
 *
 * @param steps their nodes
 * @param sources for each of them the stores of its own thread that it may get its value from
 *     before others see it
 * @param collisions for each node the steps that can have been performed before it although they
 *     lead, perhaps, to the same location, with what must be true if they have
 * @param onlyIfFails for each node the steps that can have been performed before it only if it now
 *     fails to write
 */
public record EarlySteps(
    SortedSet<Integer> steps,
    Map<Integer, List<Integer>> sources,
    Map<Integer, Map<Integer, Value>> collisions,
    Map<Integer, List<Integer>> onlyIfFails) {
  /** All steps are performed in order. */
  public static final EarlySteps NONE =
      new EarlySteps(java.util.Collections.emptySortedSet(), Map.of(), Map.of(), Map.of());

  public boolean isEmpty() {
    return steps.isEmpty();
  }

  public boolean contains(int node) {
    return steps.contains(node);
  }

  public List<Integer> sources(int step) {
    return sources.getOrDefault(step, List.of());
  }

  public Map<Integer, Value> collisions(int node) {
    return collisions.getOrDefault(node, Map.of());
  }

  public List<Integer> onlyIfFails(int node) {
    return onlyIfFails.getOrDefault(node, List.of());
  }
}
