package quiesce.analysis;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.steps.Access;
import quiesce.steps.ControlFlow;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Wait;

/**
 * Finds where a thread can be seen.
 *
 * <p>A coarse action is openings, one access, closings, with local work anywhere (Lipton's
 * reduction). A step that may have to wait always begins an action: what comes before it must be
 * seen to have happened while it waits. After a branch no access follows in the same action, so
 * that every action has one access at most, known beforehand. Which closings are none under a
 * memory model, and which accesses are as good as openings, the model says.
 */
final class StopSearch {
  private final KernelThread thread;
  private final Merging merging;
  private final BitSet stops = new BitSet();

  /** Past the nodes where nothing happens: no thread is seen there. */
  private final ControlFlow flow;

  /** The same, with what has been done so far: see {@link #arrival}. */
  private final ControlFlow arrivals;

  private enum Phase {
    /** Nothing but openings and straight local work so far. */
    BEFORE_ACCESS,
    /** No access may follow, but all that has been done could as well be done later. */
    AFTER_LOOK,
    /** An access may be after us. */
    AFTER_ACCESS;

    static final List<Phase> ALL = List.of(values());
  }

  StopSearch(KernelThread thread, Merging merging) {
    this.thread = thread;
    this.merging = merging;
    this.flow =
        ControlFlow.of(
            thread.nodes().size(), id -> thread.node(id).next().stream().map(this::passed));
    this.arrivals = ControlFlow.of(flow.size() * Phase.ALL.size(), this::next);
    stops.set(thread.entry());
    // Who gets no reference to the module learns that it is going, before anything else shows that.
    // And a run that may have been asked for begins, whether it was or not: else a run that finds
    // that it was not would be a stuttering step.
    thread.nodes().stream()
        .filter(
            n ->
                n.step() instanceof Section.Registered r && r.counted()
                    || Section.Begin.isDue(n.step()))
        .flatMap(n -> flow.next(n.id()).stream())
        .filter(id -> id >= 0)
        .forEach(stops::set);
  }

  /** Each operation is an action of its own. */
  SortedSet<Integer> everywhere() {
    return new TreeSet<>(flow.from(thread.entry()));
  }

  SortedSet<Integer> coarse() {
    int before;
    do {
      before = stops.cardinality();
      for (int s = stops.nextSetBit(0); s >= 0; s = stops.nextSetBit(s + 1)) {
        extend(s);
      }
    } while (stops.cardinality() != before);
    cutLocalLoops();
    cutSpinning();
    return stops.stream().boxed().collect(Collectors.toCollection(TreeSet::new));
  }

  private int passed(int id) {
    int there = id;
    while (there >= 0 && thread.node(there).step() instanceof Local.Reached) {
      there = thread.node(there).next().get(0);
    }
    return there;
  }

  /** A node come to in a phase, as a number. */
  private static int arrival(int node, Phase phase) {
    return node * Phase.ALL.size() + phase.ordinal();
  }

  private Node node(int arrival) {
    return thread.node(arrival / Phase.ALL.size());
  }

  private static Phase phase(int arrival) {
    return Phase.ALL.get(arrival % Phase.ALL.size());
  }

  private Stream<Integer> next(int arrival) {
    Node n = node(arrival);
    Phase after = after(n, phase(arrival));
    return flow.next(n.id()).stream().map(there -> arrival(there, after));
  }

  private void extend(int from) {
    Step start = thread.node(from).step();
    arrivals.after(
        arrival(from, Phase.BEFORE_ACCESS),
        a -> {
          Node n = node(a);
          if (beginsAction(n, phase(a)) || releases(n.step(), start)) {
            stops.set(n.id());
          }
          return !stops.get(n.id());
        });
  }

  /** A lock cannot become held and free in one action. */
  private static boolean releases(Step s, Step taken) {
    return s instanceof Section.Unlock run
            && taken instanceof Wait.Run begun
            && begun.of().running().equals(run.lock())
        || s instanceof Step.Closing
            && s instanceof Step.OfLock free
            && taken instanceof Wait
            && taken instanceof Step.OfLock held
            && free.lock().equals(held.lock());
  }

  private boolean beginsAction(Node n, Phase phase) {
    Step s = n.step();
    // What holds up a pending store must not hold up what comes before it. A provider may rest
    // where it is registered for ever.
    if (s instanceof Wait
        || s instanceof Section.Registered
        || s instanceof Local.Settle
        || s instanceof Local.Halt
        || merging.alone().test(n)) {
      return true;
    }
    return phase == Phase.AFTER_ACCESS && merging.tells().test(n)
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
    if (merging.alone().test(n)) {
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
    return merging.loadsCanWait() && phase != Phase.AFTER_ACCESS && canWait(n.step())
        ? Phase.AFTER_LOOK
        : Phase.AFTER_ACCESS;
  }

  /** Whether only its own thread can notice when the step is taken, if it is taken eventually. */
  private static boolean canWait(Step s) {
    return s instanceof Access.Load
        || s instanceof Access.ReturnAny
        || s instanceof Access.ReturnFromSlot
        || s instanceof Local.Branch
        || s instanceof Local.Choice;
  }

  /** A loop of local work alone is still a loop: somewhere in it the thread must be seen. */
  private void cutLocalLoops() {
    Set<Integer> reachable = flow.from(thread.entry());
    Supplier<BitSet> loops =
        () -> flow.cutBefore(id -> stops.get(id) || !reachable.contains(id)).cycles();
    for (BitSet left = loops.get(); !left.isEmpty(); left = loops.get()) {
      stops.set(left.nextSetBit(0));
    }
  }

  /**
   * A loop with one stop would be a stuttering step, which fairness does not count: a thread that
   * spins would then be sure to see the value that it waits for.
   */
  private void cutSpinning() {
    BitSet rounds = thread.rounds();
    // Starting over is no spinning.
    for (int id : stops.stream().filter(stop -> stop != thread.entry()).toArray()) {
      IntPredicate cut = n -> stops.get(n) || rounds.get(n);
      IntPredicate last = n -> !cut.test(n) && flow.next(n).contains(id);
      flow.after(id, n -> !cut.test(n) && !last.test(n)).stream()
          .filter(last::test)
          .forEach(stops::set);
    }
  }
}
