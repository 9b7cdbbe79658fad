package quiesce.lowering;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import quiesce.source.Diagnostics;
import quiesce.source.Item;
import quiesce.steps.Access;
import quiesce.steps.Closure;
import quiesce.steps.Context;
import quiesce.steps.ControlFlow;
import quiesce.steps.Deferred;
import quiesce.steps.KernelThread;
import quiesce.steps.LateAccess;
import quiesce.steps.LineChange;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.LockKind;
import quiesce.steps.Node;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Value;
import quiesce.steps.Wait;

/**
 * Timers, work items, tasklets and global locks are as they are set up from before anybody
 * registers. So what sets one up after something that lets others use it is refused: else the use
 * would be taken for a right one.
 */
final class SetupOrder {
  private final List<KernelThread> readers = new ArrayList<>();

  /** What the providers set up, by the node. */
  private final Map<Integer, Deferred> setups = new TreeMap<>();

  private final Set<String> handed = new HashSet<>();

  private Optional<KernelThread> provider = Optional.empty();

  /**
   * Takes note of a thread as it was written.
   *
   * @param setUp what it sets up, by the node
   */
  void add(KernelThread thread, Map<Integer, Deferred> setUp) {
    if (thread.context() == Context.PROVIDER) {
      provider = Optional.of(thread);
      setups.putAll(setUp);
    } else {
      readers.add(thread);
    }
  }

  /**
   * Reports what is set up too late.
   *
   * @param variables in which runs are given their objects
   */
  void check(List<Item.Variable> variables, Diagnostics problems) {
    variables.forEach(v -> handed.add(v.name()));
    provider.ifPresent(
        p -> p.nodes().forEach(n -> setUp(n).ifPresent(what -> check(p, n, what, problems))));
  }

  /**
   * What is set up.
   *
   * @param use whether a step uses it
   */
  private record SetUp(String name, Predicate<Step> use) {}

  private Optional<SetUp> setUp(Node n) {
    if (setups.containsKey(n.id())) {
      String name = setups.get(n.id()).name();
      return Optional.of(
          new SetUp(name, s -> s instanceof LateAccess.Arm a && a.of().name().equals(name)));
    }
    return n.step() instanceof Section.InitLock i && i.member().isEmpty()
        ? Optional.of(
            new SetUp(
                i.lock(),
                s -> LockKind.takes(s) && s instanceof Step.OfLock l && l.lock().equals(i.lock())))
        : Optional.empty();
  }

  private void check(KernelThread thread, Node setup, SetUp what, Diagnostics problems) {
    ControlFlow round = thread.flow().cutBefore(id -> id == thread.entry());
    thread.nodes().stream()
        .filter(
            n ->
                what.use().test(n.step())
                    || startedBy(thread, n, round).anyMatch(t -> t.has(what.use())))
        .filter(n -> round.after(n.id()).contains(setup.id()))
        .findFirst()
        .ifPresent(
            n ->
                problems.report(
                    setup.origin().place(),
                    "%s is set up after line %d, from where on it may be used"
                        .formatted(what.name(), n.origin().place().line()),
                    "set it up before that: " + n.origin().text()));
  }

  /** The threads that may come as far as they can for the first time because of a step. */
  private Stream<KernelThread> startedBy(KernelThread by, Node n, ControlFlow round) {
    Stream<KernelThread> first =
        asked(n.step())
            .map(d -> readers.stream().filter(t -> isRunOf(t, d)))
            .orElseGet(
                () ->
                    publishes(by, n.step()) && !isPrivate(by, n, round)
                        ? readers.stream().filter(t -> !(begin(t) instanceof Wait.Run))
                        : Stream.empty());
    return Closure.of(
        first,
        t ->
            t.nodes().stream()
                .flatMap(other -> asked(other.step()).stream())
                .flatMap(d -> readers.stream().filter(r -> isRunOf(r, d))))
        .stream();
  }

  private static Step begin(KernelThread t) {
    return t.node(t.entry()).step();
  }

  private static boolean isRunOf(KernelThread t, Deferred d) {
    return begin(t) instanceof Wait.Run r && r.of().name().equals(d.name());
  }

  /** Of what a step lets runs begin. */
  private static Optional<Deferred> asked(Step s) {
    if (s instanceof LateAccess.Arm a) {
      return Optional.of(a.of());
    }
    return s instanceof LateAccess.Line l
            && (l.does().isRequest() || l.does() == LineChange.ENABLE_IRQ)
        ? Optional.of(l.of())
        : Optional.empty();
  }

  /**
   * Whether others may find an object by it: not in a member of its own, or where only runs look.
   */
  private boolean publishes(KernelThread by, Step s) {
    if (s instanceof Access.Store store) {
      return isObject(by, store.value())
          && !(store.location() instanceof Location.Member m && m.object().equals(store.value()))
          && !handed.contains(store.location().name());
    }
    return s instanceof Access.Rmw rmw && rmw.operation().operands().anyMatch(v -> isObject(by, v));
  }

  /**
   * Whether a step stores into memory that the thread has allocated, before anything lets others
   * find that.
   */
  private boolean isPrivate(KernelThread by, Node n, ControlFlow round) {
    return isIntoAllocated(by, n.step())
        && by.nodes().stream()
            .filter(o -> asked(o.step()).isPresent() || publishes(by, o.step()))
            .filter(o -> !isIntoAllocated(by, o.step()))
            .noneMatch(o -> round.after(o.id()).contains(n.id()));
  }

  private static boolean isIntoAllocated(KernelThread by, Step s) {
    return s instanceof Access.Store store
        && store.location() instanceof Location.Member m
        && isAllocated(by, m.object(), Set.of());
  }

  /** Whether a local leads to what the thread has allocated, or is NULL. */
  private static boolean isAllocated(KernelThread by, Value v, Set<String> seen) {
    if (!(v instanceof Value.Local local)) {
      return v instanceof Value.Null;
    } else if (seen.contains(local.name())) {
      return true;
    }
    Set<String> all = new HashSet<>(seen);
    all.add(local.name());
    List<Step> writers =
        by.nodes().stream()
            .map(Node::step)
            .filter(s -> s.writes().filter(local.name()::equals).isPresent())
            .toList();
    return !writers.isEmpty()
        && writers.stream()
            .allMatch(
                s ->
                    s instanceof Access.Allocate
                        || s instanceof Local.Assign a && isAllocated(by, a.value(), all));
  }

  private static boolean isObject(KernelThread by, Value v) {
    return v instanceof Value.Registered
        || v.locals().anyMatch(l -> by.locals().get(l) == KernelThread.LocalKind.OBJECT);
  }
}
