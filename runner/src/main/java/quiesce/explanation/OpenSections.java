package quiesce.explanation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quiesce.module.Action;
import quiesce.steps.KernelThread;
import quiesce.steps.Node;
import quiesce.tla.Value;

/** The read-side sections that are open, with the events that have begun them. */
final class OpenSections {
  private final Map<Snapshot.Instance, Integer> begun = new HashMap<>();

  /**
   * @param events of the steps that are shown
   */
  void follow(Transition t, Map<Node, Integer> events) {
    if (t.action().kind() != Action.Kind.IN_TURN || t.course().isEmpty()) {
      return;
    }
    KernelThread thread = t.thread();
    List<Node> nodes = t.nodes();
    for (int i = 0; i < nodes.size(); i++) {
      Node n = nodes.get(i);
      int next = i + 1 < nodes.size() ? nodes.get(i + 1).id() : t.course().get().outcome().target();
      boolean ends = t.course().get().outcome().to().isEmpty() && i + 1 == nodes.size();
      boolean inside = next >= 0 && !ends && thread.inReadSection(thread.node(next));
      if (!inside && !ends) {
        begun.remove(t.who());
      } else if (inside && !begun.containsKey(t.who())) {
        event(nodes.subList(i, nodes.size()), events).ifPresent(e -> begun.put(t.who(), e));
      }
    }
  }

  private static Optional<Integer> event(List<Node> nodes, Map<Node, Integer> events) {
    return nodes.stream().filter(events::containsKey).map(events::get).findFirst();
  }

  /** The events that have begun the sections which the grace period of a thread waits for. */
  List<Integer> awaited(Snapshot now, Snapshot.Instance waiter) {
    Value v = now.state().variables().get("awaited");
    Value own = v instanceof Value.FunctionOf f ? Snapshot.at(f, waiter.id()).orElse(f) : v;
    Set<Value> sections = own instanceof Value.SetOf s ? s.elements() : Set.of();
    return begun.entrySet().stream()
        .filter(e -> sections.contains(section(now, e.getKey())))
        .map(Map.Entry::getValue)
        .sorted()
        .toList();
  }

  private static Value section(Snapshot now, Snapshot.Instance who) {
    return now.thread(who).section().of(who.id());
  }
}
