package quiesce.emission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import quiesce.source.Limit;
import quiesce.steps.Access;
import quiesce.steps.Closure;
import quiesce.steps.Context;
import quiesce.steps.ControlFlow;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Value;
import quiesce.steps.Wait;

/**
 * Which steps of a thread may be performed before earlier ones (load buffering): a store that
 * nothing orders after an earlier load, and what must come before that store.
 *
 * <p>So may the beginning of a read-side section, for what grace periods wait for.
 *
 * <p>What must stay in order is LKMM's: an acquire and what follows it, what comes before a release
 * and the release, either side of a fence, accesses of one location, and whoever uses a value and
 * whoever loads it. Reordering that other threads cannot distinguish from a load of an older value
 * needs no early execution, and gets none.
 */
final class EarlyExecution {
  /** When a step may be performed early. */
  sealed interface Guard {
    record Never() implements Guard {}

    record Always() implements Guard {}

    /** If this step has been performed early itself. */
    record Done(int node) implements Guard {}

    record When(Value condition) implements Guard {}

    record Both(Guard left, Guard right) implements Guard {}

    record Either(Guard left, Guard right) implements Guard {}
  }

  private static final Guard NEVER = new Guard.Never();
  private static final Guard ALWAYS = new Guard.Always();

  private final KernelThread thread;
  private final Facts facts;
  private final Limit paths;
  private final Set<Integer> steps = new TreeSet<>();
  private final Map<Integer, Set<Integer>> after = new HashMap<>();
  private final Map<Integer, List<Integer>> next = new HashMap<>();
  private final Map<Integer, Set<Integer>> orderedAfter = new HashMap<>();
  private final Map<Integer, Set<Integer>> orderedAfterWriting = new HashMap<>();

  /**
   * @param paths bounds what it takes to find them
   */
  EarlyExecution(KernelThread thread, Facts facts, boolean allowed, Limit paths) {
    this.thread = thread;
    this.paths = paths;
    this.facts = facts;
    if (!allowed) {
      return;
    }
    ControlFlow oneRun = thread.flow().cutBefore(id -> id == thread.entry());
    thread.nodes().forEach(n -> after.put(n.id(), oneRun.after(n.id())));
    for (Node load : thread.nodes()) {
      if (!loads(load.step())) {
        continue;
      }
      Set<Integer> behind = orderedAfter(load.id(), false);
      for (int s : after.get(load.id())) {
        if ((storesVisibly(thread.node(s).step()) || beginsAwaited(thread.node(s)))
            && movable(thread.node(s))
            && !behind.contains(s)) {
          steps.add(s);
          for (int k : after.get(load.id())) {
            if (!behind.contains(k)
                && movable(thread.node(k))
                && after.get(k).contains(s)
                && orderedAfter(k, true).contains(s)) {
              steps.add(k);
            }
          }
        }
      }
    }
    dropThoseThatNeverCan();
  }

  /**
   * Candidates that something undecided always comes before are none: they never get their turn.
   */
  private void dropThoseThatNeverCan() {
    int[] everywhere = thread.nodes().stream().mapToInt(Node::id).toArray();
    boolean fewer = true;
    while (fewer) {
      fewer =
          steps.removeIf(
              k ->
                  from(k, everywhere).isEmpty()
                      && sources(k).stream().allMatch(j -> forwarded(k, j, everywhere).isEmpty()));
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
    return after.get(node).stream()
        .filter(
            k ->
                inOrder(j, thread.node(k))
                    || writes && inOrder(j.step(), thread.node(k).step(), true))
        .filter(k -> !forwards(j.step(), thread.node(k).step()))
        .toList();
  }

  /** The steps that may be performed early. */
  Set<Integer> steps() {
    return steps;
  }

  boolean contains(int node) {
    return steps.contains(node);
  }

  private boolean loads(Step s) {
    return s instanceof Access.Load && facts.isShared(s)
        || s instanceof Access.Rmw
        || s instanceof Access.CallSlot
        || s instanceof Access.ReturnAny
        || s instanceof Access.SpinTrylock
        || s instanceof Access.SpinIsLocked
        || s instanceof Wait.SpinLock;
  }

  private boolean storesVisibly(Step s) {
    return s instanceof Access.Store && facts.isShared(s) || s instanceof Access.Rmw;
  }

  /**
   * Whether a section begins that somebody may wait for: it may begin before the grace period
   * although an earlier load has seen what comes after that has begun.
   */
  private boolean beginsAwaited(Node n) {
    return n.step() instanceof Section.RcuReadLock && n.before().rcu() == 0 && facts.waitsFor("")
        || n.step() instanceof Section.SrcuReadLock l
            && !n.before().srcu().contains(l.section())
            && facts.waitsFor(l.section().domain());
  }

  /** Whether a step may be performed early at all. */
  private boolean movable(Node n) {
    Step s = n.step();
    boolean process = thread.context() == Context.PROCESS;
    if (s instanceof Access.StoreRelease
        || s instanceof Access.RcuAssignPointer
        || s instanceof Access.LatePlainStore
        || after.get(n.id()).contains(n.id())) {
      return false;
    }
    if (s instanceof Access.Rmw r) {
      return r.order() == Access.Order.RELAXED || r.order() == Access.Order.ACQUIRE;
    }
    return storesVisibly(s)
        || s instanceof Access.Load && facts.isShared(s)
        || s instanceof Local.SmpWmb
        || s instanceof Local.SmpRmb
        || process
            && (s instanceof Wait.SpinLock
                || s instanceof Access.SpinTrylock
                || s instanceof Access.SpinIsLocked
                || s instanceof Section.RcuReadLock
                || s instanceof Section.SrcuReadLock);
  }

  /**
   * Whether the first of two steps of one run must be performed before the second, whatever comes
   * of it: what may fail to write may yet turn out to be a relaxed load.
   */
  private boolean inOrder(Node first, Node second) {
    return inOrder(first.step(), second.step(), !mayFail(first.step()));
  }

  /**
   * @param writes whether the first step writes, if it can; an operation that does not is LKMM's
   *     once-marked load, of whatever order it is
   */
  private boolean inOrder(Step j, Step k, boolean writes) {
    if (j instanceof Local && !(j instanceof Local.SmpMb)) {
      return fenced(j, k) || usesWhatIsWritten(j, k) || j instanceof Local.Settle;
    }
    if (j instanceof Section.RcuReadUnlock || j instanceof Section.SrcuReadUnlock) {
      return false;
    }
    if (j instanceof Section.SpinUnlock) {
      return takesLock(k) || k instanceof Local.SmpMb || k instanceof Local.SmpWmb;
    }
    if (!isAccess(j) && !(j instanceof Wait.SpinLock)) {
      // Sections, grace periods, full fences and the harness: nothing passes.
      return !(j instanceof Access.ReturnAny || j instanceof Access.ReturnFromSlot)
          || usesWhatIsWritten(j, k);
    }
    boolean acquires =
        j instanceof Access.LoadAcquire
            || j instanceof Access.Rmw r && r.order() == Access.Order.ACQUIRE
            || takesLock(j);
    if (writes && (acquires || j instanceof Access.Rmw f && f.order() == Access.Order.FULL)) {
      return true;
    }
    if (isFence(k)) {
      return k instanceof Local.SmpRmb && loadsForFence(j)
          || k instanceof Local.SmpWmb && storesVisibly(j) && writes
          || k instanceof Local.SmpMb
          || k instanceof Access.SynchronizeRcuBegin
          || k instanceof Access.SynchronizeSrcuBegin;
    }
    if (k instanceof Section.RcuReadLock || k instanceof Section.SrcuReadLock) {
      return false;
    }
    return releases(k) || sameLocation(j, k) || usesWhatIsWritten(j, k);
  }

  /** Whether the step is an atomic operation, or a try at a lock, that may only read. */
  private static boolean mayFail(Step s) {
    return s instanceof Access.Cmpxchg
        || s instanceof Access.AtomicAddUnless
        || s instanceof Access.SpinTrylock;
  }

  /** Whether smp_rmb orders the step: LKMM leaves out what an operation without a value reads. */
  private boolean loadsForFence(Step s) {
    boolean noReturn =
        s instanceof Access.Rmw r && r.order() == Access.Order.RELAXED && r.local().isEmpty();
    return loads(s) && !noReturn;
  }

  private static boolean isAccess(Step s) {
    return s.touches().isPresent()
        || s instanceof Access.CallSlot
        || s instanceof Access.SpinTrylock
        || s instanceof Access.SpinIsLocked;
  }

  private static boolean isFence(Step s) {
    return s instanceof Local.SmpMb
        || s instanceof Local.SmpRmb
        || s instanceof Local.SmpWmb
        || s instanceof Access.SynchronizeRcuBegin
        || s instanceof Access.SynchronizeSrcuBegin;
  }

  private static boolean takesLock(Step s) {
    return s instanceof Wait.SpinLock || s instanceof Access.SpinTrylock;
  }

  private static boolean releases(Step s) {
    return s instanceof Access.StoreRelease
        || s instanceof Access.RcuAssignPointer
        || s instanceof Section.SpinUnlock
        || s instanceof Access.Rmw r
            && (r.order() == Access.Order.RELEASE || r.order() == Access.Order.FULL);
  }

  private boolean fenced(Step fence, Step k) {
    return fence instanceof Local.SmpRmb && loadsForFence(k)
        || fence instanceof Local.SmpWmb && storesVisibly(k)
        || (fence instanceof Local.SmpRmb || fence instanceof Local.SmpWmb) && isFence(k);
  }

  private static boolean sameLocation(Step j, Step k) {
    if (j instanceof Step.OfLock one
        && k instanceof Step.OfLock other
        && one.lock().equals(other.lock())) {
      return true;
    }
    if (j.touches().isEmpty() || k.touches().isEmpty()) {
      return false;
    }
    Location a = j.touches().get();
    Location b = k.touches().get();
    // What a pointer leads to is settled when the pointer is known: see allowed().
    return a.name().equals(b.name()) && !(a instanceof Location.Pointee);
  }

  private static boolean usesWhatIsWritten(Step j, Step k) {
    Optional<String> written = j.writes();
    Optional<String> overwritten = k.writes();
    return written.isPresent()
            && (k.reads().anyMatch(written.get()::equals) || overwritten.equals(written))
        || overwritten.isPresent() && j.reads().anyMatch(overwritten.get()::equals);
  }

  /**
   * Whether a load can be given the value of a store of its own thread that nobody else sees yet:
   * LKMM's rfi orders nothing, be the one a release and the other an acquire.
   */
  private boolean forwards(Step j, Step k) {
    return j instanceof Access.Store store
        && k instanceof Access.Load load
        && facts.isShared(k)
        && store.location() instanceof Location.Global
        && store.location().equals(load.location())
        // A value that depends on other loads gains nothing but states.
        && store.value().locals().findAny().isEmpty();
  }

  // ---- from where

  /** What is to be performed early: a step; a load, perhaps, with the value of a pending store. */
  private record Target(int node, Optional<Integer> source) {}

  /** For each stop at which the step may be performed early: the condition. */
  Map<Integer, Guard> from(int step, int[] stops) {
    return from(new Target(step, Optional.empty()), stops);
  }

  /** The stores of its own thread that a load may get its value from before others see it. */
  List<Integer> sources(int step) {
    return thread.nodes().stream()
        .filter(j -> after.get(j.id()).contains(step))
        .filter(j -> forwards(j.step(), thread.node(step).step()))
        .map(Node::id)
        .toList();
  }

  /** For each stop at which a load may get the value of this pending store: the condition. */
  Map<Integer, Guard> forwarded(int step, int source, int[] stops) {
    return from(new Target(step, Optional.of(source)), stops);
  }

  private Map<Integer, Guard> from(Target target, int[] stops) {
    Map<Integer, Guard> all = new LinkedHashMap<>();
    for (int stop : stops) {
      if (after.get(stop).contains(target.node())) {
        Guard g = walk(stop, target, List.of(), Set.of(), new HashSet<>());
        if (!(g instanceof Guard.Never)) {
          all.put(stop, g);
        }
      }
    }
    return all;
  }

  /**
   * @param pending the steps passed on the way that have not been performed
   * @param unknown the locals that these will write
   */
  private Guard walk(
      int at, Target target, List<Integer> pending, Set<String> unknown, Set<Integer> path) {
    if (at < 0 || !path.add(at)) {
      return NEVER;
    }
    try {
      Node n = thread.node(at);
      paths.use(n.origin().place());
      if (at == target.node()) {
        return pending.isEmpty() ? NEVER : allowed(pending, target, unknown);
      }
      if (at == thread.entry() && !path.isEmpty() && path.size() > 1) {
        return NEVER;
      }
      if (n.step() instanceof Local.Branch b) {
        Guard yes = walk(n.next().get(0), target, pending, unknown, path);
        Guard no = walk(n.next().get(1), target, pending, unknown, path);
        if (b.condition().locals().anyMatch(unknown::contains)) {
          return both(yes, no);
        }
        return either(
            both(new Guard.When(b.condition()), yes),
            both(new Guard.When(new Value.Not(b.condition())), no));
      }
      if (n.next().size() != 1) {
        return n.step() instanceof Local.CompilerChoice
            ? both(
                walk(n.next().get(0), target, pending, unknown, path),
                walk(n.next().get(1), target, pending, unknown, path))
            : NEVER;
      }
      int next = n.next().get(0);
      List<Integer> more = new ArrayList<>(pending);
      more.add(at);
      Set<String> unknownToo = new HashSet<>(unknown);
      n.step().writes().ifPresent(unknownToo::add);
      Guard passed = walk(next, target, more, unknownToo, path);
      if (!steps.contains(at)) {
        return passed;
      }
      Guard done = both(new Guard.Done(at), walk(next, target, pending, unknown, path));
      return either(done, passed);
    } finally {
      path.remove(at);
    }
  }

  private Guard allowed(List<Integer> pending, Target wanted, Set<String> unknown) {
    Node target = thread.node(wanted.node());
    int source = wanted.source().map(pending::indexOf).orElse(pending.size());
    if (source < 0 || target.step().reads().anyMatch(unknown::contains)) {
      return NEVER;
    }
    Guard all = ALWAYS;
    boolean passesLoad = false;
    for (int i = 0; i < pending.size(); i++) {
      Node j = thread.node(pending.get(i));
      passesLoad |= loads(j.step());
      if (i <= source && wanted.source().isPresent() && sameLocation(j.step(), target.step())) {
        // The source, or what it comes after anyway.
        continue;
      }
      if (inOrder(j, target)) {
        return NEVER;
      }
      if (target.step() instanceof Local.SmpWmb && isPlainAtUnknown(j.step(), unknown)) {
        return NEVER;
      }
      all = both(all, apart(j.step(), target.step(), unknown));
    }
    return passesLoad ? all : NEVER;
  }

  /** LKMM: an address is loaded before the stores after (addr ; [Plain] ; wmb). */
  private static boolean isPlainAtUnknown(Step s, Set<String> unknown) {
    return Facts.isPlain(s) && addressed(s).anyMatch(unknown::contains);
  }

  private static Stream<String> addressed(Step s) {
    return s.touches().stream()
        .filter(Location.Pointee.class::isInstance)
        .flatMap(Location::locals);
  }

  /**
   * Pointers must not lead to one location. Nothing in LKMM waits for the address of what comes
   * before: when that is not known yet, the other step goes ahead, and {@link #collisions} rules
   * out afterwards that it was the same location.
   */
  private static Guard apart(Step j, Step k, Set<String> unknown) {
    if (j.touches().isEmpty() || k.touches().isEmpty()) {
      return ALWAYS;
    }
    Location a = j.touches().get();
    Location b = k.touches().get();
    if (!(a instanceof Location.Pointee) && !(b instanceof Location.Pointee)) {
      return ALWAYS;
    }
    if (b.locals().anyMatch(unknown::contains)) {
      return NEVER;
    }
    if (a.locals().anyMatch(unknown::contains)) {
      return ALWAYS;
    }
    return new Guard.When(new Value.Not(new Value.Equal(address(a), address(b))));
  }

  // ---- what must hold where a step has been passed

  /**
   * The steps that can have been performed before this one although they lead, perhaps, to the same
   * location; for each, what must be true if it has.
   */
  Map<Integer, Value> collisions(int node) {
    Step j = thread.node(node).step();
    Map<Integer, Value> all = new LinkedHashMap<>();
    if (addressed(j).findAny().isPresent()) {
      for (int k : passing(node)) {
        Step other = thread.node(k).step();
        if (other.touches().isPresent() && !inOrder(j, other, !mayFail(j))) {
          Value same = new Value.Equal(address(j.touches().get()), address(other.touches().get()));
          all.put(k, new Value.Not(same));
        }
      }
    }
    return all;
  }

  /** The steps that can have been performed before this one only if it now fails to write. */
  List<Integer> onlyIfFails(int node) {
    Step j = thread.node(node).step();
    return passing(node).stream()
        .filter(k -> mayFail(j) && inOrder(j, thread.node(k).step(), true))
        .filter(k -> !inOrder(j, thread.node(k).step(), false))
        .toList();
  }

  /** The steps after one that may be performed early. */
  private List<Integer> passing(int node) {
    return steps.stream().filter(after.getOrDefault(node, Set.of())::contains).toList();
  }

  private static Value address(Location l) {
    return l instanceof Location.Pointee p ? p.pointer() : new Value.Address(l.name());
  }

  private static Guard both(Guard a, Guard b) {
    if (a instanceof Guard.Never || b instanceof Guard.Never) {
      return NEVER;
    }
    if (a instanceof Guard.Always) {
      return b;
    }
    return b instanceof Guard.Always || a.equals(b) ? a : new Guard.Both(a, b);
  }

  private static Guard either(Guard a, Guard b) {
    if (a instanceof Guard.Always || b instanceof Guard.Always) {
      return ALWAYS;
    }
    if (a instanceof Guard.Never) {
      return b;
    }
    return b instanceof Guard.Never || a.equals(b) ? a : new Guard.Either(a, b);
  }
}
