package quiesce.lowering;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quiesce.steps.Access;
import quiesce.steps.Closure;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Operation;
import quiesce.steps.Step;
import quiesce.steps.Value;

/**
 * The data that may come from a registration, wherever it is kept: who hands it to a callback must
 * have it from the same registration as the callback. Data that comes from nowhere else than the
 * file is handed to whom the file likes. And what is kept with the callback in one object, of which
 * each member is set once, cannot be of another registration.
 */
final class HandedOn {
  /** A local of a thread, or a place in memory, which has none. */
  private record Holder(String thread, String name) {}

  private final Map<Holder, Set<Holder>> into = new HashMap<>();
  private final Set<Holder> registered;
  private final KernelThread provider;
  private final List<KernelThread> threads;

  private HandedOn(KernelThread provider, List<KernelThread> readers) {
    this.provider = provider;
    this.threads = Stream.concat(Stream.of(provider), readers.stream()).toList();
    threads.forEach(t -> t.nodes().forEach(n -> note(t, n.step())));
    Holder object = new Holder(provider.key(), Lowering.OBJECT);
    registered = Closure.of(Stream.of(object), h -> into.getOrDefault(h, Set.of()).stream());
  }

  static HandedOn of(KernelThread provider, List<KernelThread> readers) {
    return new HandedOn(provider, readers);
  }

  private void note(KernelThread t, Step s) {
    Optional<Holder> local = s.writes().map(l -> new Holder(t.key(), l));
    Optional<Holder> place = s.touches().map(HandedOn::place);
    if (s instanceof Local.Assign a) {
      edges(t, Stream.of(a.value()), local.orElseThrow());
    } else if (s instanceof Access.Store w) {
      edges(t, Stream.of(w.value()), place.orElseThrow());
    } else if (s instanceof Access.Allocate a) {
      a.contents().forEach((m, v) -> edges(t, Stream.of(v), new Holder("", Location.memberKey(m))));
    } else if (s instanceof Access.Load) {
      edge(place.orElseThrow(), local.orElseThrow());
    } else if (s instanceof Access.Rmw r) {
      edges(t, stored(r.operation()), place.orElseThrow());
      local.ifPresent(l -> edge(place.orElseThrow(), l));
    }
  }

  private static Stream<Value> stored(Operation operation) {
    return operation instanceof Operation.Cmpxchg x ? Stream.of(x.value()) : operation.operands();
  }

  private static Holder place(Location l) {
    return new Holder("", l.key());
  }

  private void edges(KernelThread t, Stream<Value> from, Holder to) {
    from.flatMap(Value::locals).forEach(l -> edge(new Holder(t.key(), l), to));
  }

  private void edge(Holder from, Holder to) {
    into.computeIfAbsent(from, h -> new HashSet<>()).add(to);
  }

  /** The thread as it is written, without asking of which registration other data is. */
  KernelThread known(KernelThread t) {
    List<Integer> others =
        t.nodes().stream()
            .filter(n -> n.step() instanceof Local.HandOn h && (isOfFile(t, h) || isKeptWith(t, h)))
            .map(Node::id)
            .toList();
    return others.isEmpty() ? t : Rewrite.past(others, t);
  }

  private boolean isOfFile(KernelThread t, Local.HandOn h) {
    return h.data().locals().noneMatch(l -> registered.contains(new Holder(t.key(), l)));
  }

  /** Whether both come from one object, into which the provider has put them as it made it. */
  private boolean isKeptWith(KernelThread t, Local.HandOn h) {
    Optional<Location.Member> callback = loaded(t, h.callback());
    Optional<Location.Member> data = loaded(t, h.data());
    return callback.isPresent()
        && data.isPresent()
        && callback.get().object().equals(data.get().object())
        && madeWith(callback.get()).isPresent()
        && madeWith(callback.get()).equals(madeWith(data.get()));
  }

  /** The member that a local is loaded from, and from nowhere else. */
  private static Optional<Location.Member> loaded(KernelThread t, Value v) {
    List<Step> writers = writers(t, v);
    return writers.size() == 1
            && writers.get(0) instanceof Access.Load l
            && l.location() instanceof Location.Member m
        ? Optional.of(m)
        : Optional.empty();
  }

  /** The local with the new object, of a member that is only ever set to what is registered. */
  private Optional<Value> madeWith(Location.Member member) {
    List<Step> stores =
        threads.stream()
            .flatMap(t -> t.nodes().stream())
            .map(Node::step)
            .filter(s -> !(s instanceof Access.Load))
            .filter(s -> s.touches().filter(l -> l.key().equals(member.key())).isPresent())
            .toList();
    return stores.size() == 1
            && stores.get(0) instanceof Access.Store s
            && s.value().equals(new Value.Local(Lowering.OBJECT))
            && s.location() instanceof Location.Member m
            && provider.nodes().stream().anyMatch(n -> n.step().equals(s))
            && isMade(m)
        ? Optional.of(m.object())
        : Optional.empty();
  }

  /** Whether it is in nothing but what is allocated, and holds nothing there before it is set. */
  private boolean isMade(Location.Member member) {
    List<Step> writers = writers(provider, member.object());
    return writers.size() == 1
        && writers.get(0) instanceof Access.Allocate a
        && !a.contents().containsKey(member.name());
  }

  private static List<Step> writers(KernelThread t, Value v) {
    return v instanceof Value.Local l ? t.writers(l.name()) : List.of();
  }
}
