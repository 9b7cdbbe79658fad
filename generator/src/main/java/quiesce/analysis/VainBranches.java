package quiesce.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Step;
import quiesce.steps.Value;

/**
 * The branches of a thread that ask for a statistic and decide nothing: both ways lead to one
 * place, and what is done before is nothing that others could notice. docs/decisions/0050 has the
 * argument.
 */
final class VainBranches {
  private final KernelThread thread;
  private final Data data;
  private final Thresholds thresholds;

  /**
   * @param data what decides nothing if the branches do not that it has
   */
  VainBranches(KernelThread thread, Data data, Thresholds thresholds) {
    this.thread = thread;
    this.data = data;
    this.thresholds = thresholds;
  }

  /**
   * Whether a branch decides nothing. A way that threads take while the statistic is small may have
   * statements; if they take no other one then, it may also read what the other one does not.
   */
  boolean has(Node branch) {
    Value condition = ((Local.Branch) branch.step()).condition();
    if (condition.locals().noneMatch(l -> data.isCounted(thread, l))) {
      return false;
    }
    Set<Boolean> early = thresholds.outcomes(thread, condition, l -> data.isCounted(thread, l));
    Set<Integer> ends = new HashSet<>();
    // What one way comes to is not on the other, though it could pass that.
    for (boolean holds : early.equals(Set.of(true)) ? List.of(false, true) : List.of(true, false)) {
      boolean taken = early.contains(holds);
      boolean reads = early.equals(Set.of(holds));
      Predicate<Node> passes =
          n ->
              !ends.contains(n.id())
                  && (moves(n)
                      || taken && n.step().equals(new Local.Reached())
                      || counts(n.step())
                      || reads && reads(n.step()));
      Map<Integer, Boolean> done = new HashMap<>(Map.of(branch.id(), false));
      if (!follow(branch.next().get(holds ? 0 : 1), passes, done, ends)) {
        return false;
      }
    }
    return ends.size() <= 1;
  }

  /**
   * @param done whether all that follows a node has been seen; who comes back before is in a loop
   */
  private boolean follow(
      int id, Predicate<Node> passes, Map<Integer, Boolean> done, Set<Integer> ends) {
    Node n = thread.node(id);
    if (!passes.test(n)) {
      ends.add(id);
      return true;
    } else if (done.containsKey(id)) {
      return done.get(id);
    }
    done.put(id, false);
    boolean all = n.next().stream().allMatch(next -> follow(next, passes, done, ends));
    done.put(id, all);
    return all;
  }

  /** Whether a step only moves data. */
  private boolean moves(Node n) {
    Step s = n.step();
    return data.isVain(thread, n)
        || s instanceof Local.Choice
        || Local.Fence.Kind.BARRIER.is(s)
        || s instanceof Local.Assign a && data.hasLocal(thread, a.local())
        || s instanceof Local.AnyValue a && data.hasLocal(thread, a.local())
        || s instanceof Access
            && !(s instanceof Access.Rmw)
            && s.touches().filter(this::isData).isPresent()
        || s instanceof Local.PostponeStore p && isData(p.store().original())
        || s instanceof Local.Settle e && isData(e.store().original());
  }

  /** Whether it counts without order. */
  private boolean counts(Step s) {
    return s instanceof Access.Rmw r && r.order() != Access.Order.FULL && isData(r.location());
  }

  /** Whether a step only reads, and what it reads decides nothing. */
  private boolean reads(Step s) {
    return s instanceof Access.Use
        || s instanceof Access.Load l
            && !Access.Marking.ACQUIRE.of(s)
            && data.hasLocal(thread, l.local());
  }

  private boolean isData(Location l) {
    return !l.isComputed() && data.has(l);
  }
}
