package quiesce.steps;

import java.util.List;

/**
 * A step in its place in a thread's control flow.
 *
 * @param next the successors; more than one where the step's record says so
 */
public record Node(int id, Step step, Origin origin, Atomic before, List<Integer> next) {
  public Node {
    next = List.copyOf(next);
  }

  public Node with(Step other) {
    return new Node(id, other, origin, before, next);
  }

  public Node with(Atomic held) {
    return new Node(id, step, origin, held, next);
  }
}
