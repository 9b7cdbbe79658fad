package quiesce.emission;

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
import quiesce.steps.Access;
import quiesce.steps.Closure;
import quiesce.steps.Computed;
import quiesce.steps.ControlFlow;
import quiesce.steps.KernelThread;
import quiesce.steps.LateStore;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Step;

/**
 * What has to be known of a thread's address, data and control dependencies (LKMM, "Dependency
 * relations"): of which locals it matters what they depend on, and of which branches.
 *
 * <p>Each of these is kept in a field of the thread's record beside the locals.
 */
final class Dependencies {
  private final KernelThread thread;
  private final Facts facts;
  private final boolean ofStores;
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Map<Integer, Set<Integer>> controls = new TreeMap<>();
  private final Map<Integer, String> branches = new TreeMap<>();

  /**
   * @param tracked whether dependencies matter at all
   * @param ofStores whether they matter to stores, too
   */
  Dependencies(KernelThread thread, Facts facts, boolean tracked, boolean ofStores) {
    this.thread = thread;
    this.facts = facts;
    this.ofStores = ofStores;
    if (!tracked) {
      return;
    }
    ControlDependence control = new ControlDependence(thread);
    for (Node n : thread.nodes()) {
      if (stores(n.step()) || putsOff(n.step()).isPresent()) {
        controls.put(n.id(), control.of(n.id()));
      }
    }
    Set<Integer> deciding =
        controls.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    Set<String> used = new HashSet<>();
    for (Node n : thread.nodes()) {
      addressed(n.step()).forEach(used::add);
      if (n.step() instanceof Local.PostponeStore p) {
        used.add(p.store().operand());
      }
      putsOff(n.step()).ifPresent(late -> used.add(late.value()));
      if (deciding.contains(n.id())) {
        branches.put(n.id(), free("branch_" + (branches.size() + 1)));
      }
      if (stores(n.step()) || deciding.contains(n.id())) {
        n.step().reads().forEach(used::add);
      }
    }
    Set<String> matter = Computed.into(used.stream(), thread.nodes().stream().map(Node::step));
    // Only what is loaded, or computed from it, can depend on anything.
    Set<String> dependent = Facts.loaded(thread);
    branches.keySet().removeIf(b -> thread.node(b).step().reads().noneMatch(dependent::contains));
    for (Node n : thread.nodes()) {
      if (controls(n.id()).stream().anyMatch(branches::containsKey)) {
        putsOff(n.step()).ifPresent(late -> dependent.add(late.value()));
      }
    }
    matter.retainAll(dependent);
    thread.locals().keySet().stream()
        .filter(matter::contains)
        .forEach(l -> fields.put(l, free(Field.of(l) + "_dep")));
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

  /** The locals that the step's address is computed from. */
  static Stream<String> addressed(Step s) {
    if (s instanceof Access.CallSlot c) {
      return c.object().locals();
    }
    return s.touches().stream()
        .filter(l -> l instanceof Location.Pointee || l instanceof Location.Member)
        .flatMap(Location::locals);
  }

  /** All fields. */
  Stream<String> all() {
    return Stream.concat(fields.values().stream(), branches.values().stream());
  }

  boolean has(String local) {
    return fields.containsKey(local);
  }

  /** The field that says what a local depends on. */
  String field(String local) {
    return fields.get(local);
  }

  /** The field that says what the outcome of a branch depends on, if that matters. */
  List<String> branch(int node) {
    return branches.containsKey(node) ? List.of(branches.get(node)) : List.of();
  }

  /** The branches that decide whether a store is made. */
  Set<Integer> controls(int node) {
    return controls.getOrDefault(node, Set.of());
  }

  /** The fields that say what a store depends on that was put off. */
  Stream<String> of(LateStore late) {
    return of(Stream.of(late.value(), late.operand()));
  }

  private Stream<String> of(Stream<String> locals) {
    return locals.filter(fields::containsKey).map(fields::get).distinct();
  }

  /** The fields that a node reads. */
  Set<String> reads(Node n) {
    Set<String> all = of(addressed(n.step())).collect(Collectors.toSet());
    of(n.step().computes().filter(c -> has(c.local())).flatMap(c -> c.from().stream()))
        .forEach(all::add);
    if (stores(n.step()) || branches.containsKey(n.id())) {
      of(n.step().reads()).forEach(all::add);
    }
    controls(n.id()).forEach(b -> all.addAll(branch(b)));
    return all;
  }

  /** The fields that a node assigns. */
  Set<String> writes(Node n) {
    Set<String> all = new HashSet<>(branch(n.id()));
    of(n.step().writes().stream()).forEach(all::add);
    of(n.step().computes().map(Computed::local)).forEach(all::add);
    return all;
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
