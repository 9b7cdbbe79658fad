package quiesce.emission;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Wait;

/**
 * Where a thread can be seen: the nodes at which an action begins.
 *
 * <p>A coarse action is openings, one access, closings, with local work anywhere (Lipton's
 * reduction). A step that may have to wait always begins an action: what comes before it must be
 * seen to have happened while it waits. After a branch no access follows in the same action, so
 * that every action has one access at most, known beforehand. Which closings are none under a
 * memory model, and which accesses are as good as openings, the model says.
 */
final class Stops {
  private final KernelThread thread;
  private final Predicate<Node> alone;
  private final Predicate<Node> tells;
  private final boolean loadsCanWait;
  private final BitSet stops = new BitSet();

  private enum Phase {
    /** Nothing but openings and straight local work so far. */
    BEFORE_ACCESS,
    /** No access may follow, but all that has been done could as well be done later. */
    AFTER_LOOK,
    /** An access may be after us. */
    AFTER_ACCESS
  }

  private record Arrival(int node, Phase phase) {}

  /**
   * @param fine whether each operation is an action of its own
   * @param alone which nodes the memory model wants to be actions of their own, whatever they are
   * @param tells which closings publish what the thread knows, so that they do not commute with
   *     those who ask for it
   * @param loadsCanWait whether loads commute with whatever others do after them
   */
  Stops(
      KernelThread thread,
      boolean fine,
      Predicate<Node> alone,
      Predicate<Node> tells,
      boolean loadsCanWait) {
    this.thread = thread;
    this.alone = alone;
    this.tells = tells;
    this.loadsCanWait = loadsCanWait;
    if (fine) {
      reachable().forEach(stops::set);
      return;
    }
    stops.set(thread.entry());
    int before;
    do {
      before = stops.cardinality();
      for (int s = stops.nextSetBit(0); s >= 0; s = stops.nextSetBit(s + 1)) {
        extend(s);
      }
    } while (stops.cardinality() != before);
    cutLocalLoops();
    cutSpinning();
  }

  /** Where it can come, but for where nothing happens. */
  private List<Integer> reachable() {
    return thread.reachable().stream()
        .filter(id -> !(thread.node(id).step() instanceof Local.Reached))
        .toList();
  }

  /** The nodes that follow, past those where nothing happens: no thread is seen there. */
  private List<Integer> next(int id) {
    return thread.node(id).next().stream().map(this::passed).toList();
  }

  private int passed(int id) {
    int there = id;
    while (there >= 0 && thread.node(there).step() instanceof Local.Reached) {
      there = thread.node(there).next().get(0);
    }
    return there;
  }

  private void extend(int from) {
    Set<Arrival> seen = new HashSet<>();
    Deque<Arrival> work = new ArrayDeque<>();
    Node start = thread.node(from);
    Phase behind = after(start, Phase.BEFORE_ACCESS);
    next(from).forEach(next -> work.add(new Arrival(next, behind)));
    while (!work.isEmpty()) {
      Arrival a = work.remove();
      if (!seen.add(a) || a.node() < 0) {
        continue;
      }
      Node n = thread.node(a.node());
      if (stops.get(a.node()) || beginsAction(n, a.phase()) || releases(n.step(), start.step())) {
        stops.set(a.node());
        continue;
      }
      Phase after = after(n, a.phase());
      next(a.node()).forEach(next -> work.add(new Arrival(next, after)));
    }
  }

  /** A lock cannot become held and free in one action. */
  private static boolean releases(Step s, Step taken) {
    return s instanceof Section.SpinUnlock u
            && taken instanceof Wait.SpinLock l
            && u.lock().equals(l.lock())
        || s instanceof Section.MutexUnlock m
            && taken instanceof Wait.MutexLock k
            && m.lock().equals(k.lock());
  }

  private boolean beginsAction(Node n, Phase phase) {
    Step s = n.step();
    // What holds up a pending store must not hold up what comes before it. A provider may rest
    // where it is registered for ever.
    if (s instanceof Wait
        || s instanceof Section.Registered
        || s instanceof Local.Settle
        || s instanceof Local.Halt
        || alone.test(n)) {
      return true;
    }
    return phase == Phase.AFTER_ACCESS && tells.test(n)
        || phase != Phase.BEFORE_ACCESS
            && (s instanceof Access || s instanceof Step.Opening || asksWhereItRuns(n));
  }

  /** A task that may migrate need not be there any more when it takes its next step. */
  private boolean asksWhereItRuns(Node n) {
    return n.step() instanceof Local.SmpProcessorId
        && !thread.context().isHandler()
        && !n.before().pinned();
  }

  private Phase after(Node n, Phase phase) {
    if (alone.test(n)) {
      return Phase.AFTER_ACCESS;
    }
    boolean straight =
        n.step() instanceof Step.Opening
            || n.step() instanceof Local
                && n.next().size() == 1
                && !(n.step() instanceof Local.CpuRelax)
                && !asksWhereItRuns(n);
    if (straight) {
      return phase;
    }
    return loadsCanWait && phase != Phase.AFTER_ACCESS && canWait(n.step())
        ? Phase.AFTER_LOOK
        : Phase.AFTER_ACCESS;
  }

  /** Whether only its own thread can notice when the step is taken, if it is taken eventually. */
  private static boolean canWait(Step s) {
    return s instanceof Access.Load
        || s instanceof Access.ReturnAny
        || s instanceof Access.ReturnFromSlot
        || s instanceof Local.Branch
        || s instanceof Local.CompilerChoice;
  }

  /** A loop of local work alone is still a loop: somewhere in it the thread must be seen. */
  private void cutLocalLoops() {
    for (int id : reachable()) {
      if (!stops.get(id) && reachesItself(id)) {
        stops.set(id);
      }
    }
  }

  /**
   * A loop with one stop would be a stuttering step, which fairness does not count: a thread that
   * spins would then be sure to see the value that it waits for.
   */
  private void cutSpinning() {
    for (int id : all()) {
      if (id == thread.entry()) {
        // Starting over is no spinning.
        continue;
      }
      Set<Integer> seen = new HashSet<>();
      Deque<Integer> work = new ArrayDeque<>(next(id));
      while (!work.isEmpty()) {
        int next = work.remove();
        if (next < 0
            || stops.get(next)
            || thread.node(next).step() instanceof Local.NextCpu
            || !seen.add(next)) {
          continue;
        }
        if (next(next).contains(id)) {
          stops.set(next);
        } else {
          work.addAll(next(next));
        }
      }
    }
  }

  private boolean reachesItself(int id) {
    Set<Integer> seen = new HashSet<>();
    Deque<Integer> work = new ArrayDeque<>(next(id));
    while (!work.isEmpty()) {
      int next = work.remove();
      if (next == id) {
        return true;
      }
      if (next >= 0 && !stops.get(next) && seen.add(next)) {
        work.addAll(next(next));
      }
    }
    return false;
  }

  boolean contains(int node) {
    return stops.get(node);
  }

  /** In the order of the nodes' ids. */
  int[] all() {
    return stops.stream().toArray();
  }

  /** Whether the thread, standing at this node, has begun. */
  static boolean begun(KernelThread thread, int stop) {
    Step s = thread.node(stop).step();
    return stop != thread.entry()
        && !(s instanceof Section.Registered)
        && !(s instanceof Section.Begin);
  }
}
