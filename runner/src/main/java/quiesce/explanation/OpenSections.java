package quiesce.explanation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quiesce.module.Action;
import quiesce.module.Identity;
import quiesce.steps.KernelThread;
import quiesce.steps.Node;
import quiesce.steps.Section;
import quiesce.tla.Value;

/** The read-side sections that are open, with the events that have begun them. */
final class OpenSections {
  /**
   * A section.
   *
   * @param srcu its name among those of SRCU; empty for one of RCU
   */
  private record Open(Snapshot.Instance who, Optional<String> srcu) {}

  private final Map<Open, Integer> begun = new HashMap<>();

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
      if (ends) {
        continue;
      }
      Optional<Integer> event = event(nodes.subList(i, nodes.size()), events);
      Optional<Node> after = next < 0 ? Optional.empty() : Optional.of(thread.node(next));
      Open rcu = new Open(t.who(), Optional.empty());
      follow(rcu, after.filter(thread::inReadSection).isPresent(), event);
      if (n.step() instanceof Section.OfSrcu s) {
        Open srcu = new Open(t.who(), Optional.of(s.section().name()));
        follow(srcu, after.filter(m -> m.before().srcu().contains(s.section())).isPresent(), event);
      }
    }
  }

  private void follow(Open section, boolean inside, Optional<Integer> event) {
    if (!inside) {
      begun.remove(section);
    } else if (!begun.containsKey(section)) {
      event.ifPresent(e -> begun.put(section, e));
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

  /** What the specification calls a section. */
  private static Value section(Snapshot now, Open section) {
    Snapshot.Instance who = section.who();
    return section
        .srcu()
        .map(s -> Identity.ofSrcu(function(now, who), s, !who.id().isEmpty()))
        .orElseGet(() -> now.thread(who).section())
        .of(who.id());
  }

  private static String function(Snapshot now, Snapshot.Instance who) {
    return now.spec().program().threads().stream()
        .filter(t -> t.key().equals(who.thread()))
        .findFirst()
        .orElseThrow()
        .name();
  }
}
