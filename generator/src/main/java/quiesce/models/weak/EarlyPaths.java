package quiesce.models.weak;

import static quiesce.steps.Local.Fence.Kind.SMP_WMB;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quiesce.analysis.Guard;
import quiesce.source.Limit;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Step;
import quiesce.steps.Value;

/**
 * The paths from where a thread may be to a step that it performs early, and what must hold on
 * them.
 *
 * @param steps those that may be performed early
 * @param limit bounds what it takes to follow them
 */
record EarlyPaths(
    KernelThread thread, OneRun run, PreservedOrder order, Set<Integer> steps, Limit limit) {

  /** What is to be performed early: a step; a load, perhaps, with the value of a pending store. */
  private record Target(int node, Optional<Integer> source) {}

  /** For each stop at which the step may be performed early: the condition. */
  Map<Integer, Guard> from(int step, Collection<Integer> stops) {
    return from(new Target(step, Optional.empty()), stops);
  }

  /** For each stop at which a load may get the value of this pending store: the condition. */
  Map<Integer, Guard> forwarded(int step, int source, Collection<Integer> stops) {
    return from(new Target(step, Optional.of(source)), stops);
  }

  private Map<Integer, Guard> from(Target target, Collection<Integer> stops) {
    Map<Integer, Guard> all = new LinkedHashMap<>();
    for (int stop : stops) {
      if (run.after(stop).contains(target.node())) {
        Guard g = walk(stop, target, List.of(), Set.of(), new HashSet<>());
        if (!g.equals(Guard.NEVER)) {
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
    if (!leads(at, target) || !path.add(at)) {
      return Guard.NEVER;
    }
    try {
      Node n = thread.node(at);
      limit.use(n.origin().place());
      if (at == target.node()) {
        return pending.isEmpty() ? Guard.NEVER : allowed(pending, target, unknown);
      }
      if (at == thread.entry() && !path.isEmpty() && path.size() > 1) {
        return Guard.NEVER;
      }
      if (n.step() instanceof Local.Branch b) {
        if (b.condition().locals().anyMatch(unknown::contains)) {
          return onBoth(n, target, pending, unknown, path);
        }
        Guard yes = walk(n.next().get(0), target, pending, unknown, path);
        Guard no = walk(n.next().get(1), target, pending, unknown, path);
        return Guard.either(
            Guard.both(new Guard.When(b.condition()), yes),
            Guard.both(new Guard.When(new Value.Not(b.condition())), no));
      }
      if (n.next().size() != 1) {
        return n.step() instanceof Local.Choice
            ? onBoth(n, target, pending, unknown, path)
            : Guard.NEVER;
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
      Guard done = Guard.both(new Guard.Done(at), walk(next, target, pending, unknown, path));
      return Guard.either(done, passed);
    } finally {
      path.remove(at);
    }
  }

  /** Both ways on must lead there: where one does not, the other one is not followed. */
  private Guard onBoth(
      Node n, Target target, List<Integer> pending, Set<String> unknown, Set<Integer> path) {
    if (!n.next().stream().allMatch(next -> leads(next, target))) {
      return Guard.NEVER;
    }
    Guard first = walk(n.next().get(0), target, pending, unknown, path);
    return first.equals(Guard.NEVER)
        ? first
        : Guard.both(first, walk(n.next().get(1), target, pending, unknown, path));
  }

  private boolean leads(int node, Target target) {
    return node == target.node() || node >= 0 && run.after(node).contains(target.node());
  }

  private Guard allowed(List<Integer> pending, Target wanted, Set<String> unknown) {
    Node target = thread.node(wanted.node());
    int source = wanted.source().map(pending::indexOf).orElse(pending.size());
    if (source < 0 || target.step().reads().anyMatch(unknown::contains)) {
      return Guard.NEVER;
    }
    Guard all = Guard.ALWAYS;
    boolean passesLoad = false;
    for (int i = 0; i < pending.size(); i++) {
      Node j = thread.node(pending.get(i));
      passesLoad |= order.loads(j.step());
      if (i <= source
          && wanted.source().isPresent()
          && PreservedOrder.sameLocation(j.step(), target.step())) {
        // The source, or what it comes after anyway.
        continue;
      }
      if (order.inOrder(j, target)) {
        return Guard.NEVER;
      }
      if (SMP_WMB.is(target.step()) && isPlainAtUnknown(j.step(), unknown)) {
        return Guard.NEVER;
      }
      all = Guard.both(all, apart(j.step(), target.step(), unknown));
    }
    return passesLoad ? all : Guard.NEVER;
  }

  /** LKMM: an address is loaded before the stores after (addr ; [Plain] ; wmb). */
  private static boolean isPlainAtUnknown(Step s, Set<String> unknown) {
    return Access.Marking.PLAIN.of(s) && addressed(s).anyMatch(unknown::contains);
  }

  static Stream<String> addressed(Step s) {
    return s.touches().stream()
        .filter(Location.Pointee.class::isInstance)
        .flatMap(Location::locals);
  }

  /**
   * Pointers must not lead to one location. Nothing in LKMM waits for the address of what comes
   * before: when that is not known yet, the other step goes ahead, and {@link EarlySearch} rules
   * out afterwards that it was the same location.
   */
  private static Guard apart(Step j, Step k, Set<String> unknown) {
    if (j.touches().isEmpty() || k.touches().isEmpty()) {
      return Guard.ALWAYS;
    }
    Location a = j.touches().get();
    Location b = k.touches().get();
    if (!(a instanceof Location.Pointee) && !(b instanceof Location.Pointee)) {
      return Guard.ALWAYS;
    }
    if (b.locals().anyMatch(unknown::contains)) {
      return Guard.NEVER;
    }
    if (a.locals().anyMatch(unknown::contains)) {
      return Guard.ALWAYS;
    }
    return new Guard.When(new Value.Not(new Value.Equal(address(a), address(b))));
  }

  static Value address(Location l) {
    return l instanceof Location.Pointee p ? p.pointer() : new Value.Address(l.name());
  }
}
