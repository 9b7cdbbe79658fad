package quiesce.models.weak;

import static quiesce.steps.Local.Fence.Kind.SMP_MB;
import static quiesce.steps.Local.Fence.Kind.SMP_RMB;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quiesce.memory.Reading;
import quiesce.memory.Stores;
import quiesce.memory.Taken;
import quiesce.steps.Node;
import quiesce.tla.Value;

/**
 * A memory that keeps every store, as a message with an identity of its own: a load reads the
 * message that its view of the location moves to.
 */
final class CoherentStores implements Stores {
  private record Message(Value address, Value id) {}

  private final Map<Message, Integer> events = new HashMap<>();

  @Override
  public Optional<Integer> source(Taken t, Node load, Value address, Optional<String> read) {
    if (t.agent().isEmpty() || !grows(t)) {
      return Optional.empty();
    }
    List<Value> possible = new Knowledge(t.before(), t.after(), t.agent().get()).read(address);
    if (possible.isEmpty()) {
      return Optional.empty();
    }
    Value last = possible.get(possible.size() - 1);
    List<Value> fitting =
        possible.stream().filter(m -> read.isEmpty() || read.equals(value(m))).toList();
    if (!movedByFence(t, load)) {
      return fitting.contains(last) ? event(address, last) : Optional.empty();
    }
    return fitting.size() == 1 ? event(address, fitting.get(0)) : Optional.empty();
  }

  private Optional<Integer> event(Value address, Value message) {
    return Reading.field(message, "id").map(id -> events.get(new Message(address, id)));
  }

  private static Optional<String> value(Value message) {
    return Reading.field(message, "value").map(Reading::text);
  }

  /** A fence in the same action moves the view on, past what the load has read. */
  private static boolean movedByFence(Taken t, Node load) {
    List<Node> nodes = t.nodes();
    return nodes.subList(nodes.indexOf(load) + 1, nodes.size()).stream()
        .anyMatch(n -> SMP_MB.is(n.step()) || SMP_RMB.is(n.step()));
  }

  /** The last state of a lasso is the first one again but for what cannot matter. */
  private static boolean grows(Taken t) {
    return messages(t.after()).containsAll(messages(t.before()));
  }

  @Override
  public void follow(Taken t, Optional<Write> write) {
    Optional<Integer> event = write.flatMap(Write::event);
    if (event.isPresent() && grows(t)) {
      Set<Message> before = messages(t.before());
      messages(t.after()).stream()
          .filter(m -> !before.contains(m))
          .forEach(m -> events.put(m, event.get()));
    }
  }

  private static Set<Message> messages(Value memory) {
    Set<Message> all = new HashSet<>();
    if (Reading.field(memory, "history").orElse(null) instanceof Value.FunctionOf history) {
      history
          .mappings()
          .forEach(
              (address, stores) ->
                  Reading.sequence(Optional.of(stores)).stream()
                      .flatMap(m -> Reading.field(m, "id").stream())
                      .forEach(id -> all.add(new Message(address, id))));
    }
    return all;
  }
}
