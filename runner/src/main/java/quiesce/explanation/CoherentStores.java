package quiesce.explanation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quiesce.engine.tlc.Value;
import quiesce.steps.Local;
import quiesce.steps.Node;

/**
 * A memory that keeps every store, as a message with an identity of its own: a load reads the
 * message that its view of the location moves to.
 */
final class CoherentStores implements Stores {
  private record Message(Value address, Value id) {}

  private final Map<Message, Integer> events = new HashMap<>();

  @Override
  public Optional<Integer> source(Transition t, Node load, Value address, Optional<String> read) {
    if (!(MemoryView.of(t).orElse(null) instanceof Views views) || !grows(t)) {
      return Optional.empty();
    }
    List<Value> possible = views.read(address);
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
    return MemoryView.field(message, "id").map(id -> events.get(new Message(address, id)));
  }

  private static Optional<String> value(Value message) {
    return MemoryView.field(message, "value").map(Snapshot::text);
  }

  /** A fence in the same action moves the view on, past what the load has read. */
  private static boolean movedByFence(Transition t, Node load) {
    List<Node> nodes = t.nodes();
    return nodes.subList(nodes.indexOf(load) + 1, nodes.size()).stream()
        .anyMatch(n -> n.step() instanceof Local.SmpMb || n.step() instanceof Local.SmpRmb);
  }

  /** The last state of a lasso is the first one again but for what cannot matter. */
  private static boolean grows(Transition t) {
    return messages(t.after()).containsAll(messages(t.before()));
  }

  @Override
  public void follow(Transition t, Optional<Write> write) {
    Optional<Integer> event = write.flatMap(Write::event);
    if (event.isPresent() && grows(t)) {
      Set<Message> before = messages(t.before());
      messages(t.after()).stream()
          .filter(m -> !before.contains(m))
          .forEach(m -> events.put(m, event.get()));
    }
  }

  private static Set<Message> messages(Snapshot s) {
    Set<Message> all = new HashSet<>();
    if (MemoryView.field(s.state().variables().get("memory"), "history").orElse(null)
        instanceof Value.FunctionOf history) {
      history
          .mappings()
          .forEach(
              (address, stores) ->
                  MemoryView.sequence(Optional.of(stores)).stream()
                      .flatMap(m -> MemoryView.field(m, "id").stream())
                      .forEach(id -> all.add(new Message(address, id))));
    }
    return all;
  }
}
