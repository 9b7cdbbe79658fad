package quiesce.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Step;

/**
 * The branches of a thread that decide nothing: both ways lead to one place, and what is done
 * before is nothing that others could notice. docs/decisions/0050 has the argument.
 */
final class VainBranches {
  private final KernelThread thread;
  private final Data data;

  /**
   * @param data what decides nothing if the branches do not that it has
   */
  VainBranches(KernelThread thread, Data data) {
    this.thread = thread;
    this.data = data;
  }

  /**
   * Whether a branch decides nothing. Where it asks for a number that is counted, one way may read
   * what the other does not: such a number may be any.
   */
  boolean has(Node branch) {
    Local.Branch b = (Local.Branch) branch.step();
    boolean counted = b.condition().locals().anyMatch(l -> data.isCounted(thread, l));
    return isOneWay(branch, n -> moves(n) || counted && readsOrCounts(n.step()));
  }

  private boolean isOneWay(Node branch, Predicate<Node> passes) {
    Map<Integer, Boolean> done = new HashMap<>();
    Set<Integer> ends = new HashSet<>();
    done.put(branch.id(), false);
    return branch.next().stream().allMatch(n -> follow(n, passes, done, ends)) && ends.size() <= 1;
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
        || s.equals(new Local.Reached())
        || Local.Fence.Kind.BARRIER.is(s)
        || s instanceof Local.Assign a && data.hasLocal(thread, a.local())
        || s instanceof Local.AnyValue a && data.hasLocal(thread, a.local())
        || s instanceof Access
            && !(s instanceof Access.Rmw)
            && s.touches().filter(this::isData).isPresent()
        || s instanceof Local.PostponeStore p && isData(p.store().original())
        || s instanceof Local.Settle e && isData(e.store().original());
  }

  /** Whether a step only reads what decides nothing, or counts without order. */
  private boolean readsOrCounts(Step s) {
    return s instanceof Access.Use
        || s instanceof Access.Rmw r && r.order() != Access.Order.FULL && isData(r.location())
        || s instanceof Access.Load l
            && !Access.Marking.ACQUIRE.of(s)
            && data.hasLocal(thread, l.local());
  }

  private boolean isData(Location l) {
    return !l.isComputed() && data.has(l);
  }
}
