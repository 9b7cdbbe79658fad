package quiesce.contexts;

import static quiesce.steps.Local.Fence.Kind.BARRIER;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import quiesce.primitives.Fence;
import quiesce.source.Diagnostics;
import quiesce.steps.Access;
import quiesce.steps.ControlFlow;
import quiesce.steps.Local;
import quiesce.steps.LockKind;
import quiesce.steps.Node;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Wait;

/**
 * Refuses the barriers of {@link Fence} where smp_mb() would order more than they do. What touches
 * registers alone may be in between.
 */
public final class FenceChecks {
  private final List<Node> nodes;
  private final ControlFlow flow;
  private final ControlFlow backwards;

  private FenceChecks(List<Node> nodes) {
    this.nodes = nodes;
    this.flow = ControlFlow.of(nodes);
    this.backwards = flow.reversed();
  }

  /**
   * Checks one thread.
   *
   * @param watched the locks that somebody looks at without waiting for them
   */
  public static void check(
      List<Node> nodes, Map<Integer, Fence> fences, Set<String> watched, Diagnostics diagnostics) {
    FenceChecks checks = new FenceChecks(nodes);
    fences.forEach(
        (id, fence) -> {
          Node n = nodes.get(id);
          if (!checks.stands(n, fence)) {
            diagnostics.report(
                n.origin().place(),
                "%s() is supported only %s".formatted(fence.c(), fence.place()),
                "put it there, or write smp_mb()");
          } else if (fence == Fence.AFTER_UNLOCK_LOCK && checks.isWatched(n, watched)) {
            // smp_mb() orders the taking of the lock itself, this one does not, and they could see.
            diagnostics.report(
                n.origin().place(),
                "%s() is not supported with spin_trylock() or spin_is_locked() of the same lock"
                    .formatted(fence.c()),
                "write smp_mb()");
          }
        });
  }

  private boolean stands(Node n, Fence fence) {
    return switch (fence) {
      case BEFORE_ATOMIC -> always(flow, n, m -> m.step() instanceof Access.Rmw);
      case AFTER_ATOMIC -> behind(n, m -> m.step() instanceof Access.Rmw);
      case AFTER_SPINLOCK ->
          behind(
              n,
              m ->
                  LockKind.SPINLOCK.awaitedBy(m.step())
                      || m.step() instanceof Access.Trylock t && n.before().holds(t.lock()));
      case AFTER_UNLOCK_LOCK ->
          behind(
              n,
              m ->
                  LockKind.SPINLOCK.awaitedBy(m.step())
                      && behind(m, u -> LockKind.SPINLOCK.releasedBy(u.step())));
      case AFTER_SRCU_READ_UNLOCK -> behind(n, m -> m.step() instanceof Section.SrcuReadUnlock);
    };
  }

  private boolean behind(Node n, Predicate<Node> found) {
    return always(backwards, n, found);
  }

  /** Whether every path leads to such a node, and over registers alone. */
  private boolean always(ControlFlow flow, Node from, Predicate<Node> found) {
    IntPredicate leads =
        id ->
            found.test(nodes.get(id))
                || touchesRegisters(nodes.get(id).step()) && !flow.next(id).isEmpty();
    return !flow.next(from.id()).isEmpty()
        && flow.after(from.id(), id -> leads.test(id) && !found.test(nodes.get(id))).stream()
            .allMatch(leads::test);
  }

  private static boolean touchesRegisters(Step s) {
    return s instanceof Local.Assign
        || s instanceof Local.Branch
        || s instanceof Local.Reached
        || BARRIER.is(s);
  }

  private boolean isWatched(Node n, Set<String> watched) {
    return !behind(n, m -> m.step() instanceof Wait.Lock l && !watched.contains(l.lock()));
  }
}
