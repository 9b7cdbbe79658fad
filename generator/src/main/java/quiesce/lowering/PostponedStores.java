package quiesce.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import quiesce.steps.Access;
import quiesce.steps.ControlFlow;
import quiesce.steps.KernelThread.LocalKind;
import quiesce.steps.LateStore;
import quiesce.steps.Local;
import quiesce.steps.Step;

/**
 * Lets a plain store be put off: it may be made at any time before the next compiler barrier, and
 * before the next access of its thread that may be to the same place.
 *
 * <p>One store of each place in the text can be pending at a time.
 */
final class PostponedStores {
  private final Graph graph;
  private final Map<String, LocalKind> locals;
  private final List<LateStore> lateStores = new ArrayList<>();

  PostponedStores(Graph graph, Map<String, LocalKind> locals) {
    this.graph = graph;
    this.locals = locals;
  }

  List<LateStore> apply() {
    ControlFlow written = graph.flow();
    for (int id = 0; id < written.size(); id++) {
      Graph.Draft d = graph.drafts().get(id);
      if (d.step instanceof Access.PlainStore s && somethingFollows(written, id)) {
        split(id, s, d);
      }
    }
    // All of them are looked up before any is inserted: inserting moves nodes.
    SortedMap<Integer, List<Local.Settle>> before = new TreeMap<>();
    ControlFlow split = graph.flow();
    for (int id = 0; id < split.size(); id++) {
      if (graph.drafts().get(id).step instanceof Local.PostponeStore p) {
        settle(split, id, p.store(), before);
      }
    }
    before.forEach(
        (id, settles) ->
            settles.forEach(
                settle ->
                    graph.insertBefore(
                        id,
                        moved ->
                            new Graph.Draft(
                                settle, graph.drafts().get(moved).origin, List.of(moved)))));
    return lateStores;
  }

  /** Putting a store off matters only if the thread does something shared before the barrier. */
  private boolean somethingFollows(ControlFlow flow, int store) {
    return flow.after(store, id -> !CompilerModel.isBarrier(step(id))).stream()
        .map(this::step)
        .anyMatch(s -> s instanceof Access && !CompilerModel.isBarrier(s));
  }

  private Step step(int id) {
    return graph.drafts().get(id).step;
  }

  private void split(int id, Access.PlainStore s, Graph.Draft d) {
    String pending = "late_" + (lateStores.size() + 1);
    LateStore late =
        new LateStore(pending, pending + "_value", pending + "_operand", s.location(), d.origin);
    locals.put(late.pending(), LocalKind.FLAG);
    locals.put(late.value(), LocalKind.VALUE);
    if (s.location().operand().isPresent()) {
      locals.put(late.operand(), LocalKind.VALUE);
    }
    lateStores.add(late);
    int now = graph.append(s, d.origin, d.next);
    int postpone = graph.append(new Local.PostponeStore(late, s.value()), d.origin, d.next);
    graph
        .drafts()
        .set(
            id,
            new Graph.Draft(new Local.CompilerChoice(List.of()), d.origin, List.of(now, postpone)));
  }

  /** From where a store is put off, finds the steps that cannot be taken before it is made. */
  private void settle(
      ControlFlow flow,
      int postponed,
      LateStore late,
      SortedMap<Integer, List<Local.Settle>> before) {
    flow.after(
            postponed,
            id -> needed(step(id), late).filter(settle -> settle.unless().isEmpty()).isEmpty())
        .forEach(
            id ->
                needed(step(id), late)
                    .ifPresent(
                        settle -> before.computeIfAbsent(id, k -> new ArrayList<>()).add(settle)));
  }

  private static Optional<Local.Settle> needed(Step s, LateStore late) {
    if (CompilerModel.isBarrier(s)) {
      return Optional.of(new Local.Settle(late, Optional.empty()));
    }
    if (s instanceof Local.PostponeStore p && p.store().equals(late)) {
      return Optional.of(new Local.Settle(late, Optional.empty()));
    }
    return s.touches()
        .filter(t -> !(Overlap.of(late.original(), t) instanceof Overlap.Never))
        // Of another CPU or object it is another place.
        .map(t -> new Local.Settle(late, t.operand()));
  }
}
