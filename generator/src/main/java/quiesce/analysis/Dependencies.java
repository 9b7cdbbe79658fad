package quiesce.analysis;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.steps.Access;
import quiesce.steps.Computed;
import quiesce.steps.LateStore;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Step;

/**
 * What has to be known of a thread's address, data and control dependencies (LKMM, "Dependency
 * relations"): of which locals it matters what they depend on, and of which branches.
 *
 * <p>Each of these is kept in a field of the thread's record beside the locals.
 *
 * @param fields for each local the field that holds what it depends on
 * @param branches for each branch the field that holds what its outcome depends on
 * @param controls for each store the branches that decide whether it is made
 * @param stores the nodes whose stores respect dependencies
 */
public record Dependencies(
    Map<String, String> fields,
    Map<Integer, String> branches,
    Map<Integer, Set<Integer>> controls,
    Set<Integer> stores) {
  /** Nothing has to be known. */
  public static final Dependencies NONE = new Dependencies(Map.of(), Map.of(), Map.of(), Set.of());

  public Dependencies {
    fields = new LinkedHashMap<>(fields);
  }

  /** The locals that the step's address is computed from. */
  public static Stream<String> addressed(Step s) {
    if (s instanceof Access.CallSlot c) {
      return c.object().locals();
    }
    if (s instanceof Step.OfDeferred) {
      return s.reads();
    }
    return s.touches().stream().filter(Location::isComputed).flatMap(Location::locals);
  }

  /** All fields. */
  public Stream<String> all() {
    return Stream.concat(fields.values().stream(), branches.values().stream());
  }

  public boolean has(String local) {
    return fields.containsKey(local);
  }

  /** The field that holds what a local depends on. */
  public String field(String local) {
    return fields.get(local);
  }

  /** The field that holds what the outcome of a branch depends on, if that matters. */
  public List<String> branch(int node) {
    return branches.containsKey(node) ? List.of(branches.get(node)) : List.of();
  }

  /** The branches that decide whether a store is made. */
  public Set<Integer> controls(int node) {
    return controls.getOrDefault(node, Set.of());
  }

  /** The fields that hold what a store depends on that was put off. */
  public Stream<String> of(LateStore late) {
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
    if (stores.contains(n.id()) || branches.containsKey(n.id())) {
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
}
