package quiesce.models.weak;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.analysis.Dependencies;
import quiesce.analysis.Facts;
import quiesce.analysis.Field;
import quiesce.steps.Access;
import quiesce.steps.Closure;
import quiesce.steps.Computed;
import quiesce.steps.ControlFlow;
import quiesce.steps.KernelThread;
import quiesce.steps.LateStore;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Step;

/** Finds of which locals and branches of a thread it matters what they depend on. */
final class DependencySearch {
  private final KernelThread thread;
  private final Facts facts;
  private final boolean ofStores;

  /**
   * @param ofStores whether dependencies matter to stores, too
   */
  DependencySearch(KernelThread thread, Facts facts, boolean ofStores) {
    this.thread = thread;
    this.facts = facts;
    this.ofStores = ofStores;
  }

  Dependencies found() {
    Map<Integer, Set<Integer>> controls = controls();
    Map<Integer, String> branches = branches(controls);
    Set<String> matter = matter(branches.keySet());
    // Only what is loaded, or computed from it, can depend on anything.
    Set<String> dependent = facts.loaded(thread);
    branches.keySet().removeIf(b -> thread.node(b).step().reads().noneMatch(dependent::contains));
    for (Node n : thread.nodes()) {
      if (controls.getOrDefault(n.id(), Set.of()).stream().anyMatch(branches::containsKey)) {
        putsOff(n.step()).ifPresent(late -> dependent.add(late.value()));
      }
    }
    Map<String, String> fields = new LinkedHashMap<>();
    thread.locals().keySet().stream()
        .filter(l -> matter.contains(l) && dependent.contains(l))
        .forEach(l -> fields.put(l, free(Field.of(l) + "_dep")));
    Set<Integer> stores =
        thread.nodes().stream()
            .filter(n -> stores(n.step()))
            .map(Node::id)
            .collect(Collectors.toSet());
    return new Dependencies(fields, branches, controls, stores);
  }

  /** The branches that decide whether a store is made, now or later. */
  private Map<Integer, Set<Integer>> controls() {
    ControlDependence control = new ControlDependence(thread);
    Map<Integer, Set<Integer>> controls = new TreeMap<>();
    for (Node n : thread.nodes()) {
      if (stores(n.step()) || putsOff(n.step()).isPresent()) {
        controls.put(n.id(), control.of(n.id()));
      }
    }
    return controls;
  }

  private Map<Integer, String> branches(Map<Integer, Set<Integer>> controls) {
    Map<Integer, String> branches = new TreeMap<>();
    controls.values().stream()
        .flatMap(Set::stream)
        .sorted()
        .distinct()
        .forEach(b -> branches.put(b, free("branch_" + (branches.size() + 1))));
    return branches;
  }

  /** The locals that addresses, stores and these branches are computed from. */
  private Set<String> matter(Set<Integer> deciding) {
    Set<String> used = new HashSet<>();
    for (Node n : thread.nodes()) {
      Dependencies.addressed(n.step()).forEach(used::add);
      if (n.step() instanceof Local.PostponeStore p) {
        used.add(p.store().operand());
      }
      putsOff(n.step()).ifPresent(late -> used.add(late.value()));
      if (stores(n.step()) || deciding.contains(n.id())) {
        n.step().reads().forEach(used::add);
      }
    }
    return Computed.into(used.stream(), thread.nodes().stream().map(Node::step));
  }

  private String free(String wish) {
    return Field.apart(wish, thread.locals().keySet());
  }

  /** Whether the step makes a store that respects dependencies. */
  private boolean stores(Step s) {
    return ofStores && (s instanceof Access.Store || s instanceof Access.Rmw) && facts.isShared(s);
  }

  /** Such a store that the step puts off, which keeps until then what it depends on. */
  private Optional<LateStore> putsOff(Step s) {
    return ofStores
            && s instanceof Local.PostponeStore p
            && !facts.isPrivate(p.store().original().name())
        ? Optional.of(p.store())
        : Optional.empty();
  }

  /** Which branches decide whether a node is reached: Ferrante, Ottenstein and Warren, 1987. */
  private static final class ControlDependence {
    private final ControlFlow flow;
    private final BiPredicate<Integer, Integer> postDominates;
    private final List<Integer> branches;
    private final Map<Integer, List<Integer>> deciding = new HashMap<>();

    ControlDependence(KernelThread thread) {
      // Starting over is an end.
      this.flow = thread.flow().cutBefore(id -> id == thread.entry());
      this.postDominates = flow.reversed().dominators(flow.ends());
      this.branches =
          thread.nodes().stream()
              .filter(n -> n.step() instanceof Local.Branch)
              .map(Node::id)
              .toList();
    }

    Set<Integer> of(int node) {
      return Closure.of(deciding(node), this::deciding);
    }

    private Stream<Integer> deciding(int node) {
      return deciding
          .computeIfAbsent(node, n -> branches.stream().filter(b -> decides(b, n)).toList())
          .stream();
    }

    private boolean decides(int branch, int node) {
      boolean always = branch != node && postDominates.test(node, branch);
      return !always && flow.next(branch).stream().anyMatch(s -> postDominates.test(node, s));
    }
  }
}
