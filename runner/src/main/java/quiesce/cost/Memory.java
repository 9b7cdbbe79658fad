package quiesce.cost;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Program;
import quiesce.steps.Site;
import quiesce.steps.Step;
import quiesce.steps.Value;

/**
 * What is known of the shared variables, members and call sites. The places of one per-CPU variable
 * are not distinguished, nor are the elements of an array.
 *
 * @param held the constants; what is not there may be anything
 */
record Memory(Map<String, Value> held) {
  Memory {
    held = Map.copyOf(held);
  }

  /** As it is before anybody registers. */
  static Memory initial(Program program) {
    Map<String, Value> held = new HashMap<>();
    program.shared().stream()
        .filter(s -> s.initial().stream().distinct().count() == 1)
        .forEach(s -> held.put(s.name(), s.initial().get(0)));
    for (Program.Member m : program.members()) {
      m.initial().ifPresent(v -> held.put(place(new Location.Member(m.name(), v)), v));
    }
    program.sites().forEach(s -> held.put(place(s), new Value.Null()));
    return new Memory(held);
  }

  static String place(Location l) {
    return l instanceof Location.Member ? "->" + l.name() : l.name();
  }

  static String place(Site site) {
    return "static_call(" + site.name() + ")";
  }

  static String slot(String name) {
    return "->" + name;
  }

  Optional<Value> at(String place) {
    return Optional.ofNullable(held.get(place));
  }

  Memory with(String place, Optional<Value> value) {
    Map<String, Value> now = new TreeMap<>(held);
    value.ifPresentOrElse(v -> now.put(place, v), () -> now.remove(place));
    return new Memory(now);
  }

  /** What holds in both. */
  Memory or(Memory other) {
    Map<String, Value> both = new TreeMap<>(held);
    both.entrySet().removeIf(e -> !e.getValue().equals(other.held.get(e.getKey())));
    return new Memory(both);
  }

  /** The same, when a thread may have made any of its stores, or none. */
  Memory writtenBy(KernelThread thread) {
    Memory m = this;
    for (Stored s : stores(thread).toList()) {
      m = m.or(m.with(s.place(), s.value()));
    }
    return m;
  }

  /** The places that a thread stores to. */
  static Stream<String> written(KernelThread thread) {
    return stores(thread).map(Stored::place);
  }

  private record Stored(String place, Optional<Value> value) {}

  private static Stream<Stored> stores(KernelThread thread) {
    return thread.nodes().stream().map(Node::step).flatMap(Memory::stores);
  }

  private static Stream<Stored> stores(Step s) {
    if (s instanceof Access.Store w) {
      return Stream.of(new Stored(place(w.location()), Locals.NONE.value(w.value())));
    } else if (s instanceof Access.Rmw r) {
      return Stream.of(new Stored(place(r.location()), Optional.empty()));
    } else if (s instanceof Access.StaticCallUpdate u) {
      return Stream.of(new Stored(place(u.site()), Locals.NONE.value(u.target())));
    }
    return Stream.empty();
  }
}
