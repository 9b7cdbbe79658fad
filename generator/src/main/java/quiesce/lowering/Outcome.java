package quiesce.lowering;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.contexts.PartialValue;
import quiesce.steps.Exits;
import quiesce.steps.Graph;
import quiesce.steps.Value;

/**
 * The two ways that a call may end, as long as nothing joins them: the local with its result is 0
 * on one, and an error on the other. So what is held may differ, and a test of the result is no
 * step.
 */
record Outcome(String local, int error, List<Graph.Edge> failed, List<Graph.Edge> worked) {
  /** Whether these are all the edges that are open. */
  boolean isOpen(List<Graph.Edge> open) {
    return open.equals(edges());
  }

  List<Graph.Edge> edges() {
    return Stream.concat(failed.stream(), worked.stream()).toList();
  }

  /** Where a condition leads that depends on the result alone. */
  Optional<Exits> exits(Value condition) {
    Optional<Boolean> ifFailed = new PartialValue(local, error).truth(condition);
    Optional<Boolean> ifWorked = new PartialValue(local, 0).truth(condition);
    return ifFailed.isEmpty() || ifWorked.isEmpty() || ifFailed.equals(ifWorked)
        ? Optional.empty()
        : Optional.of(ifFailed.get() ? new Exits(failed, worked) : new Exits(worked, failed));
  }
}
