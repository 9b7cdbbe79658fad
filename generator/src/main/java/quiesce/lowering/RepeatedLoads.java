package quiesce.lowering;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.lowering.HeldLoads.Held;
import quiesce.source.Limit;
import quiesce.steps.Access;
import quiesce.steps.Closure;
import quiesce.steps.KernelThread;
import quiesce.steps.KernelThread.LocalKind;
import quiesce.steps.Liveness;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Value;

/**
 * Lets a plain load be repeated at each use of its value, and once more just before a barrier of
 * the compiler or a store of the thread's own to its place; after those it is one value, whatever
 * path has led there. The register was needed for something else, and memory holds the same anyway,
 * as far as the compiler knows.
 *
 * <p>Where it depends on the path whether a load may be repeated, a flag of the thread says.
 */
final class RepeatedLoads {
  private static final List<Value> NEVER = List.of(new Value.Truth(false));

  private final Rewrite rewrite;
  private final KernelThread thread;
  private final HeldLoads held;
  private final SortedMap<Held, String> flags = new TreeMap<>();
  private Optional<String> here = Optional.empty();

  private RepeatedLoads(KernelThread thread, Guarded guarded, Limit steps) {
    this.rewrite = new Rewrite(thread, steps);
    this.thread = thread;
    this.held = new HeldLoads(thread, guarded);
  }

  /**
   * @param guarded what a lock protects
   * @param steps of all threads together
   */
  static KernelThread of(KernelThread thread, Guarded guarded, Limit steps) {
    RepeatedLoads loads = new RepeatedLoads(thread, guarded, steps);
    loads.apply();
    return loads.rewrite.done();
  }

  /**
   * What a flag has to say after a step.
   *
   * @param sure whether it comes to that, or perhaps not
   */
  private record Note(Local.MayReload step, boolean sure) {}

  private void apply() {
    thread.nodes().forEach(n -> asked(n).forEach(h -> track(n, h)));
    Liveness asked =
        new Liveness(
            thread,
            n ->
                Stream.concat(
                        asked(n).stream().filter(h -> isUnsure(n, h)).map(flags::get),
                        notes(n).stream().flatMap(note -> note.step().reads()))
                    .collect(Collectors.toSet()),
            n ->
                notes(n).stream()
                    .filter(Note::sure)
                    .map(note -> note.step().flag())
                    .collect(Collectors.toSet()));
    for (Node n : thread.nodes()) {
      // What is put in front of a step first ends up next to it.
      notes(n).stream()
          .filter(note -> asked.after(n).contains(note.step().flag()))
          .forEach(note -> insert(n, note));
      repeatWhereStoredTo(n);
      repeat(n, held.repeatable(n), h -> Optional.empty());
    }
  }

  /** All that may be loaded again just before a step. */
  private Set<Held> asked(Node n) {
    return new TreeSet<>(
        Closure.of(
            Stream.concat(held.repeatable(n).stream(), held.storedTo(n).stream()),
            h -> operands(n, h).stream()));
  }

  /** What the address depends on: it may be loaded again to load from there again. */
  private List<Held> operands(Node n, Held h) {
    return h.from().locals().flatMap(l -> HeldLoads.of(held.before(n.id()), l).stream()).toList();
  }

  private boolean isUnsure(Node n, Held h) {
    return !held.before(n.id()).every().contains(h);
  }

  /** Gives it a flag where it is asked for on some path but not held on every one. */
  private void track(Node n, Held h) {
    if (!isUnsure(n, h) || flags.containsKey(h)) {
      return;
    }
    flags.put(h, fresh("may_reload_" + h.local(), LocalKind.FLAG));
    for (Node copy : thread.nodes()) {
      if (HeldLoads.written(copy.step()).equals(Optional.of(h.local()))) {
        copied(copy, h).ifPresent(from -> track(copy, from));
      }
    }
  }

  /** What a step copies into a local, if that is held from the same place. */
  private Optional<Held> copied(Node n, Held h) {
    return HeldLoads.copied(n.step())
        .map(from -> new Held(from, h.from()))
        .filter(held.before(n.id()).some()::containsKey);
  }

  private String fresh(String wish, LocalKind kind) {
    String name = wish;
    for (int i = 2; rewrite.locals().containsKey(name); i++) {
      name = wish + "_" + i;
    }
    rewrite.locals().put(name, kind);
    return name;
  }

  private List<Note> notes(Node n) {
    return flags.entrySet().stream()
        .flatMap(e -> note(n, e.getKey(), e.getValue()).stream())
        .toList();
  }

  private Optional<Note> note(Node n, Held h, String flag) {
    if (held.loaded(n).filter(h::equals).isPresent()) {
      return Optional.of(note(flag, List.of()));
    }
    if (HeldLoads.written(n.step()).filter(h.local()::equals).isPresent()) {
      return Optional.of(note(flag, copied(n, h).map(c -> ifHeld(n, c)).orElse(NEVER)));
    }
    if (!held.before(n.id()).some().containsKey(h)) {
      return Optional.empty();
    }
    if (HeldLoads.ends(h, n.step())) {
      return Optional.of(note(flag, NEVER));
    }
    return Overlap.ofStore(h.from(), n.step()) instanceof Overlap.When w
        ? Optional.of(
            same(n, w)
                .map(same -> note(flag, and(ifHeld(n, h), new Value.Not(same))))
                .orElse(new Note(new Local.MayReload(flag, NEVER), false)))
        : Optional.empty();
  }

  private static Note note(String flag, List<Value> onlyIf) {
    return new Note(new Local.MayReload(flag, onlyIf), true);
  }

  private List<Value> ifHeld(Node n, Held h) {
    return isUnsure(n, h) ? List.of(new Value.Local(flags.get(h))) : List.of();
  }

  private static List<Value> and(List<Value> conditions, Value another) {
    return Stream.concat(conditions.stream(), Stream.of(another)).toList();
  }

  /**
   * The condition under which a step stores to the place; empty where the thread may be moved to
   * another CPU before it does.
   */
  private Optional<Value> same(Node n, Overlap.When w) {
    if (w.other().isEmpty() && !thread.context().isHandler() && !n.before().pinned()) {
      return Optional.empty();
    }
    return Optional.of(
        new Value.Equal(w.one(), w.other().orElseGet(() -> new Value.Local(here()))));
  }

  /** The local that is to hold the CPU that the thread runs on. */
  private String here() {
    if (here.isEmpty()) {
      here = Optional.of(fresh("here", LocalKind.VALUE));
    }
    return here.get();
  }

  private void insert(Node n, Note note) {
    rewrite.insertBefore(
        n,
        moved -> {
          Rewrite.Made noted = new Rewrite.Made(note.step(), List.of(moved));
          return note.sure() ? noted : choice(List.of(), moved, rewrite.append(n, noted));
        });
  }

  private void repeatWhereStoredTo(Node n) {
    List<Held> all = held.storedTo(n);
    repeat(n, all, h -> same(n, h));
    boolean asksForCpu =
        Stream.concat(all.stream(), flags.keySet().stream())
            .flatMap(h -> same(n, h).stream())
            .flatMap(Value::locals)
            .anyMatch(l -> here.equals(Optional.of(l)));
    if (asksForCpu) {
      rewrite.insertBefore(
          n, moved -> new Rewrite.Made(new Local.SmpProcessorId(here()), List.of(moved)));
    }
  }

  private Optional<Value> same(Node n, Held h) {
    return Overlap.ofStore(h.from(), n.step()) instanceof Overlap.When w
        ? same(n, w)
        : Optional.empty();
  }

  /** Lets all of these be loaded again before a step, in any order. */
  private void repeat(Node n, List<Held> all, Function<Held, Optional<Value>> where) {
    for (int round = 0; round < all.size(); round++) {
      // The last round, which is put in front of the step first, needs but one.
      for (int i = round == 0 ? 0 : all.size() - 1; i >= 0; i--) {
        Held h = all.get(i);
        rewrite.insertBefore(n, moved -> repeat(n, h, where.apply(h), moved, Set.of()));
      }
    }
  }

  /**
   * Loads again or not.
   *
   * @param where a condition under which it may be
   * @param open what is to be loaded again after this
   */
  private Rewrite.Made repeat(Node n, Held h, Optional<Value> where, int next, Set<Held> open) {
    Set<Held> inner = new HashSet<>(open);
    inner.add(h);
    int head =
        rewrite.append(
            n,
            new Rewrite.Made(
                new Access.Load(Access.Load.Kind.RELOAD, h.local(), h.from()), List.of(next)));
    for (Held operand : operands(n, h)) {
      if (!inner.contains(operand)) {
        head = rewrite.append(n, repeat(n, operand, Optional.empty(), head, inner));
      }
    }
    List<Value> held = ifHeld(n, h);
    return choice(where.map(w -> and(held, w)).orElse(held), next, head);
  }

  private static Rewrite.Made choice(List<Value> onlyIf, int written, int chosen) {
    return new Rewrite.Made(new Local.Choice(onlyIf), List.of(written, chosen));
  }
}
