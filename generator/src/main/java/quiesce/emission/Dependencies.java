package quiesce.emission;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.steps.Access;
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
      if (stores(n.step()) || putsOff(n.step())) {
        controls.put(n.id(), control.of(n.id()));
      }
    }
    Set<Integer> deciding =
        controls.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    Set<String> matter = new HashSet<>();
    for (Node n : thread.nodes()) {
      addressed(n.step()).forEach(matter::add);
      if (n.step() instanceof Local.PostponeStore p) {
        matter.add(p.store().operand());
      }
      if (putsOff(n.step())) {
        matter.add(((Local.PostponeStore) n.step()).store().value());
      }
      if (stores(n.step())) {
        n.step().reads().forEach(matter::add);
      }
      if (deciding.contains(n.id())) {
        branches.put(n.id(), free("branch_" + (branches.size() + 1)));
        n.step().reads().forEach(matter::add);
      }
    }
    boolean more = true;
    while (more) {
      more = false;
      for (Node n : thread.nodes()) {
        if (n.step() instanceof Local.Assign a && matter.contains(a.local())) {
          more |= a.value().locals().filter(matter::add).count() > 0;
        } else if (n.step() instanceof Local.PostponeStore p) {
          more |= source(p, matter::contains).filter(matter::add).count() > 0;
        }
      }
    }
    // Only what is loaded, or computed from it, can depend on anything.
    Set<String> dependent = Facts.loaded(thread);
    branches.keySet().removeIf(b -> thread.node(b).step().reads().noneMatch(dependent::contains));
    for (Node n : thread.nodes()) {
      if (putsOff(n.step()) && controls(n.id()).stream().anyMatch(branches::containsKey)) {
        dependent.add(((Local.PostponeStore) n.step()).store().value());
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
    return ofStores
        && (s instanceof Access.Store || s instanceof Access.Rmw)
        && s.touches().filter(l -> !facts.isPrivate(l.name())).isPresent();
  }

  /** Whether the step puts off such a store, which keeps until then what it depends on. */
  private boolean putsOff(Step s) {
    return ofStores
        && s instanceof Local.PostponeStore p
        && !facts.isPrivate(p.store().original().name());
  }

  /** The locals that what is kept of a store that is put off is computed from. */
  private static Stream<String> source(Local.PostponeStore p, Predicate<String> kept) {
    return Stream.concat(
        kept.test(p.store().operand()) ? p.store().original().locals() : Stream.empty(),
        kept.test(p.store().value()) ? p.value().locals() : Stream.empty());
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
    List<String> all = new ArrayList<>();
    of(addressed(n.step())).forEach(all::add);
    if (n.step() instanceof Local.PostponeStore p) {
      of(source(p, this::has)).forEach(all::add);
      controls(n.id()).forEach(b -> all.addAll(branch(b)));
    } else if (controls.containsKey(n.id())) {
      of(n.step().reads()).forEach(all::add);
      controls(n.id()).forEach(b -> all.addAll(branch(b)));
    }
    if (n.step() instanceof Local.Assign a && has(a.local()) || branches.containsKey(n.id())) {
      of(n.step().reads()).forEach(all::add);
    }
    return new HashSet<>(all);
  }

  /** The fields that a node assigns. */
  Set<String> writes(Node n) {
    Set<String> all = new HashSet<>(branch(n.id()));
    n.step().writes().filter(this::has).map(this::field).ifPresent(all::add);
    if (n.step() instanceof Local.PostponeStore p) {
      of(p.store()).forEach(all::add);
    }
    return all;
  }

  /** Which branches decide whether a node is reached: Ferrante, Ottenstein and Warren, 1987. */
  private static final class ControlDependence {
    private final KernelThread thread;
    private final List<BitSet> postDominators = new ArrayList<>();

    ControlDependence(KernelThread thread) {
      this.thread = thread;
      int size = thread.nodes().size();
      for (int i = 0; i < size; i++) {
        BitSet all = new BitSet();
        all.set(0, size);
        postDominators.add(all);
      }
      boolean changed = true;
      while (changed) {
        changed = false;
        for (int i = size - 1; i >= 0; i--) {
          BitSet now = common(successors(i));
          now.set(i);
          changed |= !now.equals(postDominators.set(i, now));
        }
      }
    }

    /** Starting over is an end. */
    private List<Integer> successors(int id) {
      return thread.node(id).next().stream().filter(n -> n >= 0 && n != thread.entry()).toList();
    }

    private BitSet common(List<Integer> nodes) {
      BitSet all = new BitSet();
      for (int i = 0; i < nodes.size(); i++) {
        if (i == 0) {
          all.or(postDominators.get(nodes.get(0)));
        } else {
          all.and(postDominators.get(nodes.get(i)));
        }
      }
      return all;
    }

    Set<Integer> of(int node) {
      Set<Integer> found = new HashSet<>();
      List<Integer> work = new ArrayList<>(List.of(node));
      while (!work.isEmpty()) {
        int n = work.remove(work.size() - 1);
        for (Node b : thread.nodes()) {
          if (b.step() instanceof Local.Branch && decides(b, n) && found.add(b.id())) {
            work.add(b.id());
          }
        }
      }
      return found;
    }

    private boolean decides(Node branch, int node) {
      boolean always = branch.id() != node && postDominators.get(branch.id()).get(node);
      return !always
          && successors(branch.id()).stream().anyMatch(s -> postDominators.get(s).get(node));
    }
  }
}
