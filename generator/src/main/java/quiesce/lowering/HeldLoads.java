package quiesce.lowering;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.steps.Access;
import quiesce.steps.Closure;
import quiesce.steps.KernelThread;
import quiesce.steps.Liveness;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Step;
import quiesce.steps.StepKinds;
import quiesce.steps.Value;

/**
 * Finds out, for each step of a thread, which locals may be loaded again there: those that a plain
 * load has filled, on some path and on every path.
 */
final class HeldLoads {
  /** A local that holds what a plain load has found in a place. */
  record Held(String local, Location from) implements Comparable<Held> {
    private static final Comparator<Held> ORDER =
        Comparator.comparing(Held::local).thenComparing(h -> h.from().toString());

    @Override
    public int compareTo(Held other) {
      return ORDER.compare(this, other);
    }

    boolean uses(String name) {
      return local.equals(name) || from.locals().anyMatch(name::equals);
    }
  }

  /**
   * What is known before a step.
   *
   * @param some what is held on some path, and whether another load could be distinguished from the
   *     last one: its value has been used since, or something shared has been accessed
   * @param every what is held on every path
   */
  record State(SortedMap<Held, Boolean> some, SortedSet<Held> every) {
    State() {
      this(new TreeMap<>(), new TreeSet<>());
    }

    State copy() {
      return new State(new TreeMap<>(some), new TreeSet<>(every));
    }

    void forget(Held h) {
      some.remove(h);
      every.remove(h);
    }

    State join(State other) {
      State both = copy();
      both.every.retainAll(other.every);
      other.some.forEach((h, dirty) -> both.some.merge(h, dirty, Boolean::logicalOr));
      return both;
    }
  }

  private final Liveness liveness;
  private final List<Optional<State>> before;

  private final Guarded.OfThread guarded;

  /**
   * @param guarded what a lock protects: there a load finds the same again
   */
  HeldLoads(KernelThread thread, Guarded guarded) {
    this.guarded = guarded.in(thread);
    this.liveness = new Liveness(thread);
    this.before =
        thread
            .flow()
            .solve(
                List.of(thread.entry()),
                new State(),
                (id, state) -> after(thread.node(id), state),
                State::join);
  }

  /** What is known before a step; nothing where no path leads. */
  State before(int id) {
    return before.get(id).orElseGet(State::new);
  }

  private State after(Node n, State before) {
    Step s = n.step();
    State state = before.copy();
    Set<String> reads = s.reads().collect(Collectors.toSet());
    boolean shared =
        s instanceof Access || !repeatable(n, before).isEmpty() || !storedTo(n, before).isEmpty();
    state.some().replaceAll((h, dirty) -> dirty || shared || reads.contains(h.local()));
    for (Held h : before.some().keySet()) {
      if (ends(h, s)) {
        state.forget(h);
      } else if (Overlap.ofStore(h.from(), s) instanceof Overlap.When) {
        state.every().remove(h);
      }
    }
    copied(s)
        .ifPresent(
            from -> {
              boolean both = liveness.after(n).contains(from);
              String to = s.writes().orElseThrow();
              for (Held h : of(before, from)) {
                Held copy = new Held(to, h.from());
                if (h.from().locals().anyMatch(to::equals)) {
                  continue;
                }
                state.some().put(copy, both || before.some().get(h));
                if (before.every().contains(h)) {
                  state.every().add(copy);
                }
              }
            });
    loaded(n)
        .ifPresent(
            h -> {
              state.some().put(h, false);
              state.every().add(h);
            });
    return state;
  }

  /** Whether a step ends, on every path, that a local may be loaded again. */
  static boolean ends(Held h, Step s) {
    return StepKinds.isCompilerBarrier(s)
        || written(s).filter(h::uses).isPresent()
        || Overlap.ofStore(h.from(), s) instanceof Overlap.Always;
  }

  /** What a plain load fills, if its address is still known afterwards. */
  Optional<Held> loaded(Node n) {
    return n.step() instanceof Access.Load p
            && !guarded.loads(n)
            && p.kind() == Access.Load.Kind.PLAIN_LOAD
            && p.location().locals().noneMatch(p.local()::equals)
        ? Optional.of(new Held(p.local(), p.location()))
        : Optional.empty();
  }

  /** The local that gets another value: not so in {@code p = p}. */
  static Optional<String> written(Step s) {
    return s.writes().filter(w -> !copied(s).equals(Optional.of(w)));
  }

  /** The local that is copied: to the compiler, a copy of the value is the value, as a rule. */
  static Optional<String> copied(Step s) {
    return s instanceof Local.Assign a && !a.once() && a.value() instanceof Value.Local from
        ? Optional.of(from.name())
        : Optional.empty();
  }

  static List<Held> of(State state, String local) {
    return state.some().keySet().stream().filter(h -> h.local().equals(local)).toList();
  }

  /** What may be loaded again just before a step, if it is still needed then or later. */
  List<Held> repeatable(Node n) {
    return repeatable(n, before(n.id()));
  }

  private List<Held> repeatable(Node n, State state) {
    Set<String> used = n.step().reads().collect(Collectors.toSet());
    Set<String> needed = neededAfter(n, state);
    List<Held> all =
        state.some().keySet().stream()
            .filter(
                h ->
                    used.contains(h.local())
                        || needed.contains(h.local())
                            && (StepKinds.isCompilerBarrier(n.step())
                                || isStored(h, n) && h.from().operand().isEmpty()))
            .toList();
    return canBeTold(all, state) ? all : List.of();
  }

  /** If one is loaded again, so that time passes, the others may be after it. */
  private static boolean canBeTold(List<Held> again, State state) {
    return again.stream().anyMatch(state.some()::get);
  }

  /**
   * The same of what a step stores to if CPU or object are the same: that is known when all that
   * the step uses has been loaded.
   */
  List<Held> storedTo(Node n) {
    return storedTo(n, before(n.id()));
  }

  private List<Held> storedTo(Node n, State state) {
    Set<String> needed = neededAfter(n, state);
    List<Held> before = repeatable(n, state);
    List<Held> all =
        state.some().keySet().stream()
            .filter(h -> needed.contains(h.local()))
            .filter(h -> isStored(h, n) && h.from().operand().isPresent())
            .filter(h -> !before.contains(h))
            .toList();
    return !before.isEmpty() || canBeTold(all, state) ? all : List.of();
  }

  private static boolean isStored(Held h, Node n) {
    return !(Overlap.ofStore(h.from(), n.step()) instanceof Overlap.Never);
  }

  /** The locals that are used later, be it to load others again. */
  private Set<String> neededAfter(Node n, State state) {
    Stream<String> used =
        liveness.after(n).stream().filter(l -> n.step().writes().filter(l::equals).isEmpty());
    return Closure.of(
        used,
        l -> of(state, l).stream().filter(h -> !ends(h, n.step())).flatMap(h -> h.from().locals()));
  }
}
