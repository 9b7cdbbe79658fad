package quiesce.emission;

import java.util.List;
import quiesce.steps.Node;

/**
 * One action of the specification, and what it stands for.
 *
 * @param name of its definition
 * @param thread name of the kernel thread that takes it
 * @param stop the place that the thread leaves, as the record's {@code at} says; empty for a late
 *     store, which leaves the thread where it is
 * @param begins whether the thread begins by it
 * @param main the step that it is about
 * @param outcomes the ways that it can go
 */
public record Action(
    String name, String thread, String stop, boolean begins, Node main, List<Outcome> outcomes) {
  public Action {
    outcomes = List.copyOf(outcomes);
  }

  /** The same with another name. */
  Action named(String other) {
    return new Action(other, thread, stop, begins, main, outcomes);
  }

  /**
   * @param to where the thread stands afterwards; empty where it does not move or the run ends
   * @param target id of the node that it stands at then; -1 where {@code to} is empty
   * @param nodes the steps taken, in order
   */
  public record Outcome(String to, int target, List<Node> nodes) {
    public Outcome {
      nodes = List.copyOf(nodes);
    }
  }
}
