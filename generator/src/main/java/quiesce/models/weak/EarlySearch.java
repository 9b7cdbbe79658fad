package quiesce.models.weak;

import static quiesce.steps.Local.Fence.Kind.SMP_RMB;
import static quiesce.steps.Local.Fence.Kind.SMP_WMB;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import quiesce.analysis.EarlyPlaces;
import quiesce.analysis.EarlySteps;
import quiesce.analysis.Facts;
import quiesce.analysis.Guard;
import quiesce.source.Limit;
import quiesce.steps.Access;
import quiesce.steps.Closure;
import quiesce.steps.Context;
import quiesce.steps.KernelThread;
import quiesce.steps.LockKind;
import quiesce.steps.Node;
import quiesce.steps.Region;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Value;

/**
 * Finds which steps of a thread may be performed before earlier ones (load buffering): a store that
 * nothing orders after an earlier load, and what must come before that store.
 *
 * <p>So may the beginning of a read-side section, for what grace periods wait for. Reordering that
 * other threads cannot distinguish from a load of an older value needs no early execution, and gets
 * none.
 */
final class EarlySearch {
  private final KernelThread thread;
  private final Facts facts;
  private final OneRun run;
  private final PreservedOrder order;
  private final SortedSet<Integer> steps = new TreeSet<>();
  private final EarlyPaths paths;
  private final Map<Integer, List<Integer>> next = new HashMap<>();
  private final Map<Integer, Set<Integer>> orderedAfter = new HashMap<>();
  private final Map<Integer, Set<Integer>> orderedAfterWriting = new HashMap<>();

  private EarlySearch(KernelThread thread, Facts facts, Limit limit) {
    this.thread = thread;
    this.facts = facts;
    this.run = OneRun.of(thread);
    this.order = new PreservedOrder(facts);
    this.paths = new EarlyPaths(thread, run, order, steps, limit);
  }

  static EarlySteps steps(KernelThread thread, Facts facts, Limit limit) {
    EarlySearch search = new EarlySearch(thread, facts, limit);
    search.addCandidates();
    search.dropThoseThatNeverCan();
    return search.found();
  }

  /** From which of the stops they may be performed. */
  static EarlyPlaces places(
      KernelThread thread, Facts facts, EarlySteps early, Collection<Integer> stops, Limit limit) {
    if (early.isEmpty()) {
      return EarlyPlaces.NONE;
    }
    EarlyPaths paths =
        new EarlyPaths(thread, OneRun.of(thread), new PreservedOrder(facts), early.steps(), limit);
    Map<Integer, Map<Integer, Guard>> performed = new HashMap<>();
    Map<EarlyPlaces.Forwarded, Map<Integer, Guard>> forwarded = new HashMap<>();
    for (int step : early.steps()) {
      performed.put(step, paths.from(step, stops));
      for (int source : early.sources(step)) {
        forwarded.put(
            new EarlyPlaces.Forwarded(step, source), paths.forwarded(step, source, stops));
      }
    }
    return new EarlyPlaces(performed, forwarded);
  }

  private void addCandidates() {
    for (Node load : thread.nodes()) {
      if (!order.loads(load.step())) {
        continue;
      }
      Set<Integer> behind = orderedAfter(load.id(), false);
      for (int s : run.after(load.id())) {
        if ((order.storesVisibly(thread.node(s).step()) || beginsAwaited(thread.node(s)))
            && movable(thread.node(s))
            && !behind.contains(s)) {
          steps.add(s);
          for (int k : run.after(load.id())) {
            if (!behind.contains(k)
                && movable(thread.node(k))
                && run.after(k).contains(s)
                && orderedAfter(k, true).contains(s)) {
              steps.add(k);
            }
          }
        }
      }
    }
  }

  /**
   * Candidates that something undecided always comes before are none: they never get their turn.
   */
  private void dropThoseThatNeverCan() {
    List<Integer> everywhere = thread.nodes().stream().map(Node::id).toList();
    boolean fewer = true;
    while (fewer) {
      fewer =
          steps.removeIf(
              k ->
                  paths.from(k, everywhere).isEmpty()
                      && sources(k).stream()
                          .allMatch(j -> paths.forwarded(k, j, everywhere).isEmpty()));
    }
  }

  /**
   * What must come after a node, directly or by way of something in between.
   *
   * @param writes whether the node writes if it can, so that more comes after it
   */
  private Set<Integer> orderedAfter(int node, boolean writes) {
    return (writes ? orderedAfterWriting : orderedAfter)
        .computeIfAbsent(
            node,
            n ->
                Closure.of(
                    next(n, writes).stream(),
                    k -> next.computeIfAbsent(k, j -> next(j, false)).stream()));
  }

  /** What must come after a node directly. */
  private List<Integer> next(int node, boolean writes) {
    Node j = thread.node(node);
    return run.after(node).stream()
        .filter(
            k ->
                order.inOrder(j, thread.node(k))
                    || writes && order.inOrder(j.step(), thread.node(k).step(), true))
        .filter(k -> !order.forwards(j.step(), thread.node(k).step()))
        .toList();
  }

  private EarlySteps found() {
    Map<Integer, List<Integer>> sources = new HashMap<>();
    steps.forEach(step -> sources.put(step, sources(step)));
    Map<Integer, Map<Integer, Value>> collisions = new HashMap<>();
    Map<Integer, List<Integer>> onlyIfFails = new HashMap<>();
    if (!steps.isEmpty()) {
      for (Node n : thread.nodes()) {
        collisions.put(n.id(), collisions(n.id()));
        onlyIfFails.put(n.id(), onlyIfFails(n.id()));
      }
    }
    return new EarlySteps(steps, sources, collisions, onlyIfFails);
  }

  /**
   * Whether a section begins that somebody may wait for: it may begin before the grace period
   * although an earlier load has seen what comes after that has begun.
   */
  private boolean beginsAwaited(Node n) {
    return Region.RCU.enteredBy(n.step()) && n.before().rcu() == 0 && facts.waitsFor("")
        || n.step() instanceof Section.SrcuReadLock l
            && !n.before().srcu().contains(l.section())
            && facts.waitsFor(l.section().domain());
  }

  /** Whether a step may be performed early at all. */
  private boolean movable(Node n) {
    Step s = n.step();
    boolean process = thread.context() == Context.PROCESS;
    if (Access.Marking.RELEASE.of(s)
        || Access.Store.Kind.LATE_PLAIN_STORE.is(s)
        || run.after(n.id()).contains(n.id())) {
      return false;
    }
    if (s instanceof Access.Rmw r) {
      return r.order() == Access.Order.RELAXED || r.order() == Access.Order.ACQUIRE;
    }
    return order.storesVisibly(s)
        || s instanceof Access.Load && facts.isShared(s)
        || SMP_WMB.is(s)
        || SMP_RMB.is(s)
        || process
            && (LockKind.spins(s)
                || s instanceof Access.Trylock
                || s instanceof Access.IsLocked
                || Region.RCU.enteredBy(s)
                || s instanceof Section.SrcuReadLock);
  }

  /** The stores of its own thread that a load may get its value from before others see it. */
  private List<Integer> sources(int step) {
    return thread.nodes().stream()
        .filter(j -> run.after(j.id()).contains(step))
        .filter(j -> order.forwards(j.step(), thread.node(step).step()))
        .map(Node::id)
        .toList();
  }

  /**
   * The steps that can have been performed before this one although they lead, perhaps, to the same
   * location; for each, what must be true if it has.
   */
  private Map<Integer, Value> collisions(int node) {
    Step j = thread.node(node).step();
    Map<Integer, Value> all = new LinkedHashMap<>();
    if (EarlyPaths.addressed(j).findAny().isPresent()) {
      for (int k : passing(node)) {
        Step other = thread.node(k).step();
        if (other.touches().isPresent() && !order.inOrder(j, other, !PreservedOrder.mayFail(j))) {
          Value same =
              new Value.Equal(
                  EarlyPaths.address(j.touches().get()), EarlyPaths.address(other.touches().get()));
          all.put(k, new Value.Not(same));
        }
      }
    }
    return all;
  }

  /** The steps that can have been performed before this one only if it now fails to write. */
  private List<Integer> onlyIfFails(int node) {
    Step j = thread.node(node).step();
    return passing(node).stream()
        .filter(k -> PreservedOrder.mayFail(j) && order.inOrder(j, thread.node(k).step(), true))
        .filter(k -> !order.inOrder(j, thread.node(k).step(), false))
        .toList();
  }

  /** The steps after one that may be performed early. */
  private List<Integer> passing(int node) {
    return steps.stream().filter(run.after(node)::contains).toList();
  }
}
