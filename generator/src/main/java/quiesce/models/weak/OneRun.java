package quiesce.models.weak;

import java.util.List;
import java.util.Set;
import quiesce.steps.ControlFlow;
import quiesce.steps.KernelThread;
import quiesce.steps.Node;

/**
 * What comes after what before a thread starts over.
 *
 * @param after for each node, those that paths lead to
 */
record OneRun(List<Set<Integer>> after) {
  static OneRun of(KernelThread thread) {
    ControlFlow flow = thread.flow().cutBefore(id -> id == thread.entry());
    return new OneRun(thread.nodes().stream().map(Node::id).map(flow::after).toList());
  }

  Set<Integer> after(int node) {
    return after.get(node);
  }
}
