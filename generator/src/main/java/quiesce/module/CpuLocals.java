package quiesce.module;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.analysis.Field;
import quiesce.analysis.Stops;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Node;

/**
 * The fields of a thread's record that are of CPUs that it visits.
 *
 * @param loops the field that holds the CPU which a loop is at, with the one for those that are
 *     still to be visited
 * @param brief those of the first kind that one action alone uses: it may as well choose the CPU
 */
record CpuLocals(Map<String, String> loops, Set<String> brief) {
  static final CpuLocals NONE = new CpuLocals(Map.of(), Set.of());

  /**
   * @param live whether a local may still be used at a node
   */
  static CpuLocals of(KernelThread thread, Stops stops, BiPredicate<String, Integer> live) {
    CpuLocals all = new CpuLocals(new TreeMap<>(), new TreeSet<>());
    for (Node n : thread.nodes()) {
      if (n.step() instanceof Local.NextCpu next) {
        String field = Field.of(next.cpu());
        all.loops.put(field, Field.of(next.left()));
        if (isBrief(next.cpu(), n, thread, stops, live)) {
          all.brief.add(field);
        }
      }
    }
    return all;
  }

  private static boolean isBrief(
      String cpu, Node next, KernelThread thread, Stops stops, BiPredicate<String, Integer> live) {
    return action(next, thread, stops).noneMatch(n -> n.step().reads().anyMatch(cpu::equals))
        && stops.all().stream()
            .filter(stop -> live.test(cpu, stop))
            .map(thread::node)
            .allMatch(n -> after(n, thread, stops).noneMatch(stop -> live.test(cpu, stop)));
  }

  /** The nodes of an action. */
  private static Stream<Node> action(Node first, KernelThread thread, Stops stops) {
    Set<Integer> all = new HashSet<>(Set.of(first.id()));
    reached(first, thread, stops, all);
    return all.stream().filter(id -> id == first.id() || !stops.contains(id)).map(thread::node);
  }

  /** The stops at which it ends. */
  private static Stream<Integer> after(Node first, KernelThread thread, Stops stops) {
    Set<Integer> all = new HashSet<>();
    reached(first, thread, stops, all);
    return all.stream().filter(stops::contains);
  }

  private static void reached(Node from, KernelThread thread, Stops stops, Set<Integer> all) {
    for (int id : from.next()) {
      if (id >= 0 && all.add(id) && !stops.contains(id)) {
        reached(thread.node(id), thread, stops, all);
      }
    }
  }

  /** Those that hold the CPUs that are still to be visited. */
  Set<String> left() {
    return new TreeSet<>(loops.values());
  }

  /** Those that hold one CPU. */
  Stream<String> ofOne() {
    return loops.keySet().stream();
  }

  Set<String> all() {
    return Stream.concat(left().stream(), ofOne()).collect(Collectors.toSet());
  }

  /** Those of which members of the crowd have a mark that no other one has. */
  Stream<String> marks() {
    return ofOne().filter(f -> !brief.contains(f));
  }
}
