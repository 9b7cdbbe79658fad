package quiesce.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import quiesce.source.Limit;
import quiesce.steps.Access;
import quiesce.steps.ControlFlow;
import quiesce.steps.KernelThread;
import quiesce.steps.KernelThread.LocalKind;
import quiesce.steps.LateStore;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Step;
import quiesce.steps.StepKinds;

/**
 * Lets a plain store be put off: it may be made at any time before the next compiler barrier, and
 * before the next access of its thread that may be to the same place.
 *
 * <p>One store of each place in the text can be pending at a time.
 */
final class PostponedStores {
  private final Rewrite rewrite;

  private PostponedStores(Rewrite rewrite) {
    this.rewrite = rewrite;
  }

  /**
   * @param guarded what a lock protects
   * @param steps of all threads together
   */
  static KernelThread of(KernelThread thread, Guarded guarded, Limit steps) {
    Rewrite split = new Rewrite(thread, steps);
    new PostponedStores(split).split(thread, guarded);
    KernelThread postponed = split.done();
    Rewrite settled = new Rewrite(postponed, steps);
    new PostponedStores(settled).settle(postponed);
    return settled.done();
  }

  private void split(KernelThread thread, Guarded guarded) {
    ControlFlow flow = thread.flow();
    Guarded.OfThread protectedHere = guarded.in(thread);
    for (Node n : thread.nodes()) {
      if (n.step() instanceof Access.Store s
          && s.kind() == Access.Store.Kind.PLAIN_STORE
          && !protectedHere.stores(n)
          && somethingFollows(thread, flow, n)) {
        split(n, s);
      }
    }
  }

  /** Putting a store off matters only if the thread does something shared before the barrier. */
  private static boolean somethingFollows(KernelThread thread, ControlFlow flow, Node store) {
    return flow
        .after(store.id(), id -> !StepKinds.isCompilerBarrier(thread.node(id).step()))
        .stream()
        .map(id -> thread.node(id).step())
        .anyMatch(s -> s instanceof Access && !StepKinds.isCompilerBarrier(s));
  }

  private void split(Node n, Access.Store s) {
    String pending = "late_" + (rewrite.lateStores().size() + 1);
    LateStore late =
        new LateStore(pending, pending + "_value", pending + "_operand", s.location(), n.origin());
    rewrite.locals().put(late.pending(), LocalKind.FLAG);
    rewrite.locals().put(late.value(), LocalKind.VALUE);
    if (s.location().operand().isPresent()) {
      rewrite.locals().put(late.operand(), LocalKind.VALUE);
    }
    rewrite.lateStores().add(late);
    int now = rewrite.append(n, new Rewrite.Made(s, n.next()));
    int postpone =
        rewrite.append(n, new Rewrite.Made(new Local.PostponeStore(late, s.value()), n.next()));
    rewrite.replace(n, new Rewrite.Made(new Local.Choice(List.of()), List.of(now, postpone)));
  }

  private void settle(KernelThread thread) {
    ControlFlow flow = thread.flow();
    SortedMap<Integer, List<Local.Settle>> before = new TreeMap<>();
    for (Node n : thread.nodes()) {
      if (n.step() instanceof Local.PostponeStore p) {
        settle(thread, flow, n, p.store(), before);
      }
    }
    before.forEach(
        (id, settles) ->
            settles.forEach(
                settle ->
                    rewrite.insertBefore(
                        thread.node(id), moved -> new Rewrite.Made(settle, List.of(moved)))));
  }

  /** From where a store is put off, finds the steps that cannot be taken before it is made. */
  private static void settle(
      KernelThread thread,
      ControlFlow flow,
      Node postponed,
      LateStore late,
      SortedMap<Integer, List<Local.Settle>> before) {
    IntFunction<Optional<Local.Settle>> needed = id -> needed(thread.node(id).step(), late);
    flow.after(
            postponed.id(),
            id -> needed.apply(id).filter(settle -> settle.unless().isEmpty()).isEmpty())
        .forEach(
            id ->
                needed
                    .apply(id)
                    .ifPresent(
                        settle -> before.computeIfAbsent(id, k -> new ArrayList<>()).add(settle)));
  }

  private static Optional<Local.Settle> needed(Step s, LateStore late) {
    if (StepKinds.isCompilerBarrier(s)) {
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
