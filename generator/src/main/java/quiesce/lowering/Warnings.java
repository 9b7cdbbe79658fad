package quiesce.lowering;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import quiesce.source.Place;
import quiesce.steps.ControlFlow;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;

/**
 * Finds the places to which threads come only after a WARN_ON has fired. In a strategy that is
 * right no run comes there.
 */
final class Warnings {
  private final Set<Place> always = new HashSet<>();
  private final Set<Place> otherwise = new HashSet<>();

  /** Takes a thread as it is written, before the compiler changes it. */
  void add(KernelThread thread) {
    ControlFlow flow = thread.flow();
    ControlFlow back = flow.reversed();
    note(thread, flow, always);
    // The first exit is that of a condition that holds.
    note(
        thread,
        ControlFlow.of(
            flow.size(),
            id ->
                thread.node(id).next().stream()
                    .skip(testsWarning(thread, id, back.next(id)) ? 1 : 0)),
        otherwise);
  }

  /** Of all threads: a line that one of them comes to without a warning is not among them. */
  Set<Place> places() {
    Set<Place> only = new HashSet<>(always);
    only.removeAll(otherwise);
    return only;
  }

  private static void note(KernelThread thread, ControlFlow flow, Set<Place> places) {
    flow.from(thread.entry()).forEach(id -> places.add(thread.node(id).origin().place()));
  }

  /** Whether a node is the branch of {@code if (WARN_ON(...))}. */
  private static boolean testsWarning(KernelThread thread, int node, List<Integer> previous) {
    return thread.node(node).step() instanceof Local.Branch b
        && previous.stream()
            .anyMatch(
                id ->
                    thread.node(id).step() instanceof Local.WarnOn w
                        && w.condition().equals(b.condition()));
  }
}
