package quiesce.lowering;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.steps.Access;
import quiesce.steps.Atomic;
import quiesce.steps.Computed;
import quiesce.steps.ControlFlow;
import quiesce.steps.KernelThread;
import quiesce.steps.Liveness;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Program;
import quiesce.steps.Step;
import quiesce.steps.StepKinds;

/**
 * What one lock protects. Who holds it finds in such a place what it has found there before, or has
 * stored itself, so that it makes no difference whether a plain load is repeated; and where others
 * only load under the lock, too, whether a plain store is put off until just before the unlock.
 */
final class Guarded {
  /** Nothing: whatever lock is held, others may store. */
  static final Guarded NOTHING = new Guarded(Map.of(), Map.of());

  private final Map<String, Set<String>> stores;
  private final Map<String, Set<String>> accesses;

  /**
   * @param stores the locks that are held at each store to a place, by the place's name
   * @param accesses the same of all accesses
   */
  private Guarded(Map<String, Set<String>> stores, Map<String, Set<String>> accesses) {
    this.stores = stores;
    this.accesses = accesses;
  }

  /**
   * What is found in the threads of a program, of which it is known what is held at each step.
   *
   * @param members of objects: what the provider initialises, or what comes with memory, is stored
   *     without the lock
   */
  static Guarded of(
      KernelThread provider, List<KernelThread> readers, List<Program.Member> members) {
    boolean allocates = provider.has(Access.Allocate.class::isInstance);
    Set<String> except =
        members.stream()
            .filter(m -> allocates || m.initial().isPresent() || !m.choices().isEmpty())
            .map(m -> Location.memberKey(m.name()))
            .collect(Collectors.toSet());
    List<KernelThread> threads = Stream.concat(Stream.of(provider), readers.stream()).toList();
    Map<String, Set<String>> stores = new HashMap<>();
    Map<String, Set<String>> accesses = new HashMap<>();
    for (KernelThread t : threads) {
      for (int id : t.flow().from(t.entry())) {
        Node n = t.node(id);
        n.step()
            .touches()
            .map(Location::key)
            .ifPresent(
                place -> {
                  boolean load = n.step() instanceof Access.Load;
                  Set<String> held = except.contains(place) ? Set.of() : held(n.before(), load);
                  both(accesses, place, held);
                  if (!load) {
                    both(stores, place, held);
                  }
                });
      }
    }
    return new Guarded(stores, accesses);
  }

  private static void both(Map<String, Set<String>> all, String place, Set<String> held) {
    all.computeIfAbsent(place, k -> new HashSet<>(held)).retainAll(held);
  }

  /**
   * The locks that are held, but for those of objects: another object has another one.
   *
   * @param shared also those that others may hold to read, who keep out whoever stores
   */
  private static Set<String> held(Atomic at, boolean shared) {
    return at.locks().stream()
        .filter(l -> l.object().isEmpty() && (shared || !l.kind().isShared()))
        .map(Atomic.Lock::name)
        .collect(Collectors.toSet());
  }

  /** The same of one thread. */
  OfThread in(KernelThread thread) {
    return new OfThread(thread);
  }

  private static boolean isHeld(Map<String, Set<String>> locks, Location place, Node n) {
    boolean load = n.step() instanceof Access.Load;
    return Optional.ofNullable(locks.get(place.key()))
        .filter(all -> held(n.before(), load).stream().anyMatch(all::contains))
        .isPresent();
  }

  /** Whether a step does something that others could act upon before the lock is free. */
  private boolean isSeen(Step s, Node n) {
    return s instanceof Access
        && !(s instanceof Access.Load)
        && s.touches().filter(l -> isHeld(accesses, l, n)).isEmpty();
  }

  /**
   * What a lock protects in one thread. An access of an object is a use of it, too. Later it could
   * be one of an object that has ended, and what the thread lets others see in between could be why
   * it has.
   */
  final class OfThread {
    private final KernelThread thread;
    private final ControlFlow flow;
    private final Liveness liveness;

    private OfThread(KernelThread thread) {
      this.thread = thread;
      this.flow = thread.flow();
      this.liveness = new Liveness(thread);
    }

    /** Whether a load may as well not be repeated. */
    boolean loads(Node n) {
      return n.step() instanceof Access.Load load
          && isHeld(stores, load.location(), n)
          && (load.location() instanceof Location.Global || seen(n).noneMatch(isNeeded(load)));
    }

    /** Whether a store may as well not be put off. */
    boolean stores(Node n) {
      return n.step() instanceof Access.Store store
          && isHeld(accesses, store.location(), n)
          && (store.location() instanceof Location.Global || seen(n).findAny().isEmpty());
    }

    /** What others can see of the steps from one to the next barrier of the compiler. */
    private Stream<Node> seen(Node from) {
      return flow
          .after(from.id(), id -> !StepKinds.isCompilerBarrier(thread.node(id).step()))
          .stream()
          .map(thread::node)
          .filter(n -> !StepKinds.isCompilerBarrier(n.step()) && isSeen(n.step(), n));
    }

    /** Whether what was loaded is needed still after a step. */
    private Predicate<Node> isNeeded(Access.Load load) {
      Set<String> copies =
          Computed.from(Stream.of(load.local()), thread.nodes().stream().map(Node::step));
      return n -> liveness.after(n).stream().anyMatch(copies::contains);
    }
  }
}
