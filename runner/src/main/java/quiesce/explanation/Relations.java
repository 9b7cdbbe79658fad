package quiesce.explanation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quiesce.lowering.Lowering;
import quiesce.memory.Stores;
import quiesce.module.Action;
import quiesce.steps.Access;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Operation;
import quiesce.steps.Step;
import quiesce.tla.Value;

/** Follows a trace and finds, by the memory of its states, which events depend on which. */
final class Relations {
  private final List<Relation> found = new ArrayList<>();
  private final Map<Value, Integer> variables = new HashMap<>();
  private final OpenSections sections = new OpenSections();
  private Optional<Stores> memory = Optional.empty();

  List<Relation> found() {
    return List.copyOf(found);
  }

  /**
   * @param events indices of the events of the steps that are shown
   */
  void follow(Transition t, int cpu, Map<Node, Integer> events) {
    memory = memory.or(() -> t.before().memory().flatMap(m -> t.before().memoryStates().stores()));
    Optional<Stores.Write> shared = Optional.empty();
    for (Node n : t.nodes()) {
      Operands operands = Operands.at(t, cpu, n);
      Optional<Integer> event = Optional.ofNullable(events.get(n));
      if (event.isPresent()) {
        source(n, operands).ifPresent(s -> add(Relation.Kind.READS_FROM, s, event.get()));
      }
      if (event.isPresent() && n.step() instanceof Access.GracePeriodBegins) {
        waits(t.after(), t.who(), event.get());
      }
      Optional<Stores.Write> write =
          t.failsAt(n.step()) ? Optional.empty() : write(n.step(), operands, event);
      boolean isShared = write.isPresent() && !keep(t, write.get());
      shared = isShared ? write : shared;
    }
    Optional<Stores.Write> last = shared;
    memory.ifPresent(m -> t.taken().ifPresent(now -> m.follow(now, last)));
    sections.follow(t, events);
  }

  /**
   * A grace period waits.
   *
   * @param event that says so
   */
  void waits(Snapshot now, Snapshot.Instance waiter, int event) {
    sections.awaited(now, waiter).forEach(s -> add(Relation.Kind.WAITS_FOR, s, event));
  }

  private void add(Relation.Kind kind, int from, int to) {
    found.add(new Relation(kind, from, to));
  }

  /** The event whose store a step reads. */
  private Optional<Integer> source(Node n, Operands operands) {
    Transition t = operands.t();
    Optional<Value> address =
        reads(t, n.step()) ? readAddress(n.step(), operands) : Optional.empty();
    if (address.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> read =
        n.step().touches().isPresent()
            ? n.step().writes().flatMap(local -> t.course().flatMap(c -> c.kept(local)))
            : Optional.empty();
    Optional<String> held = t.before().held(address.get());
    if (held.isEmpty()) {
      return memory.flatMap(m -> t.taken().flatMap(now -> m.source(now, n, address.get(), read)));
    }
    return read.isEmpty() || read.equals(held)
        ? Optional.ofNullable(variables.get(address.get()))
        : Optional.empty();
  }

  /** What is forwarded has not been stored yet. */
  private static boolean reads(Transition t, Step s) {
    return !t.failsAt(s) && t.action().kind() != Action.Kind.FORWARDED;
  }

  private static Optional<Value> readAddress(Step s, Operands operands) {
    if (s instanceof Access.Load || s instanceof Access.Rmw) {
      return s.touches().flatMap(operands::address);
    } else if (s instanceof Access.CallSlot c && c.stored()) {
      return operands.address(new Location.Member(c.slot(), c.object()));
    } else if (s instanceof Access.StaticCall c) {
      return operands.address(c.site());
    }
    return Optional.empty();
  }

  private static Optional<Stores.Write> write(Step s, Operands operands, Optional<Integer> event) {
    if (s instanceof Access.Rmw r && r.operation() instanceof Operation.Cmpxchg x) {
      Optional<String> old = new Wording(operands.t(), operands.cpu()).found(r.location());
      Optional<String> expected = operands.known(x.expected());
      boolean known = old.isPresent() && expected.isPresent();
      // Under views the value found is not known, but the messages show what was written.
      boolean decided = known || operands.t().view().filter(m -> !m.isOfTheLoad()).isPresent();
      return known && !old.equals(expected)
          ? Optional.empty()
          : Optional.of(
              new Stores.Write(
                  s, operands.address(r.location()), decided ? event : Optional.empty()));
    } else if (s instanceof Access.Store || s instanceof Access.Rmw) {
      return Optional.of(new Stores.Write(s, s.touches().flatMap(operands::address), event));
    } else if (s instanceof Access.StaticCallUpdate u) {
      return Optional.of(new Stores.Write(s, operands.address(u.site()), event));
    }
    return s instanceof Access.Initialise
        ? Optional.of(new Stores.Write(s, Optional.empty(), event))
        : Optional.empty();
  }

  /** Keeps who has stored what to variables; false where a write goes to the one memory. */
  private boolean keep(Transition t, Stores.Write write) {
    List<Value> written =
        write.step() instanceof Access.Initialise
            ? initialised(t)
            : write.address().filter(a -> t.before().held(a).isPresent()).stream().toList();
    for (Value address : written) {
      variables.remove(address);
      write.event().ifPresent(e -> variables.put(address, e));
    }
    return !written.isEmpty();
  }

  /** The members of the object that is initialised which get a value by that. */
  private static List<Value> initialised(Transition t) {
    Optional<Value> object = t.after().local(t.who(), Lowering.OBJECT);
    return t.before().spec().layout().members().stream()
        .filter(m -> object.isPresent())
        .<Value>map(m -> new Value.Seq(List.of(new Value.ModelValue(m.identifier()), object.get())))
        .filter(a -> t.after().held(a).filter(v -> !v.equals("Uninitialised")).isPresent())
        .toList();
  }
}
