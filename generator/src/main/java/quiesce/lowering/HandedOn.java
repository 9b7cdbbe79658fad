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
 * file is handed to whom the file likes.
 */
final class HandedOn {
  /** A local of a thread, or a place in memory, which has none. */
  private record Holder(String thread, String name) {}

  private final Map<Holder, Set<Holder>> into = new HashMap<>();
  private final Set<Holder> registered;

  private HandedOn(KernelThread provider, List<KernelThread> readers) {
    Stream.concat(Stream.of(provider), readers.stream())
        .forEach(t -> t.nodes().forEach(n -> note(t, n.step())));
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
    List<Integer> others = t.nodes().stream().filter(n -> isOfFile(t, n)).map(Node::id).toList();
    return others.isEmpty() ? t : Rewrite.past(others, t);
  }

  private boolean isOfFile(KernelThread t, Node n) {
    return n.step() instanceof Local.HandOn h
        && h.data().locals().noneMatch(l -> registered.contains(new Holder(t.key(), l)));
  }
}
