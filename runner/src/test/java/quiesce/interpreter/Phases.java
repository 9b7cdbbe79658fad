package quiesce.interpreter;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Operation;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Value;

/**
 * The parts of a provider's code.
 *
 * @param unregisters the nodes from where it is registered to where it tears its object down
 * @param published the places into which its object is put while it registers
 */
record Phases(Set<Integer> unregisters, List<Location> published) {
  static Phases of(KernelThread provider) {
    Set<Integer> all = new HashSet<>();
    provider.nodes().stream()
        .filter(n -> n.step() instanceof Section.Registered)
        .flatMap(n -> n.next().stream())
        .forEach(n -> add(provider, n, all));
    List<Step> registering =
        provider.nodes().stream().filter(n -> !all.contains(n.id())).map(Node::step).toList();
    return new Phases(all, published(registering));
  }

  private static void add(KernelThread provider, int id, Set<Integer> all) {
    if (id >= 0 && !(provider.node(id).step() instanceof Access.TearDown) && all.add(id)) {
      provider.node(id).next().forEach(n -> add(provider, n, all));
    }
  }

  private static List<Location> published(List<Step> steps) {
    Set<Value> copies = new HashSet<>(Set.of(new Value.Local(Machine.OBJECT)));
    for (boolean more = true; more; ) {
      more =
          copies.addAll(
              steps.stream()
                  .filter(s -> s instanceof Local.Assign a && copies.contains(a.value()))
                  .map(s -> new Value.Local(((Local.Assign) s).local()))
                  .collect(Collectors.toSet()));
    }
    return steps.stream()
        .filter(s -> stored(s).anyMatch(copies::contains))
        .flatMap(s -> s.touches().stream())
        .distinct()
        .toList();
  }

  private static Stream<Value> stored(Step s) {
    if (s instanceof Access.Store w) {
      return Stream.of(w.value());
    } else if (s instanceof Access.Rmw r && r.operation() instanceof Operation.Xchg x) {
      return Stream.of(x.value());
    } else if (s instanceof Access.Rmw r && r.operation() instanceof Operation.Cmpxchg x) {
      return Stream.of(x.value());
    }
    return Stream.empty();
  }
}
