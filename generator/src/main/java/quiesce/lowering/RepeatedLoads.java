package quiesce.lowering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import quiesce.steps.Access;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Step;
import quiesce.steps.Value;

/**
 * Lets a plain load be repeated at each use of its value but the first: the register was needed for
 * something else, and memory holds the same anyway, as far as the compiler knows.
 */
final class RepeatedLoads {
  private final Graph graph;

  RepeatedLoads(Graph graph) {
    this.graph = graph;
  }

  /** For each local that a plain load filled: from where, and whether it has been used since. */
  private record Loaded(Location from, boolean used) {}

  void apply() {
    List<Map<String, Set<Loaded>>> before = new ArrayList<>();
    int size = graph.drafts().size();
    for (int i = 0; i < size; i++) {
      before.add(new HashMap<>());
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int id = 0; id < size; id++) {
        Graph.Draft d = graph.drafts().get(id);
        Map<String, Set<Loaded>> after = after(d.step, before.get(id));
        for (int next : d.next) {
          if (next >= 0) {
            changed |= merge(before.get(next), after);
          }
        }
      }
    }
    for (int id = 0; id < size; id++) {
      Step s = graph.drafts().get(id).step;
      for (String local : s.reads().collect(Collectors.toCollection(TreeSet::new))) {
        Set<Loaded> sources = before.get(id).getOrDefault(local, Set.of());
        for (Location from :
            sources.stream().filter(Loaded::used).map(Loaded::from).distinct().toList()) {
          insertReload(id, local, from);
        }
      }
    }
  }

  private static Map<String, Set<Loaded>> after(Step s, Map<String, Set<Loaded>> before) {
    Map<String, Set<Loaded>> after = new HashMap<>();
    if (!CompilerModel.isBarrier(s)) {
      Set<String> reads = s.reads().collect(Collectors.toSet());
      before.forEach(
          (local, sources) -> {
            Set<Loaded> kept = new HashSet<>();
            for (Loaded l : sources) {
              kept.add(reads.contains(local) ? new Loaded(l.from(), true) : l);
            }
            after.put(local, kept);
          });
    }
    s.writes()
        .ifPresent(
            written -> {
              after.remove(written);
              // A load whose address depended on the old value cannot be repeated any more.
              after
                  .values()
                  .forEach(v -> v.removeIf(l -> l.from().locals().anyMatch(written::equals)));
            });
    if (s instanceof Local.Assign a
        && a.value() instanceof Value.Local from
        && !from.name().equals(a.local())
        && before.containsKey(from.name())) {
      // A copy of the value is the value, to the compiler.
      after.put(a.local(), before.get(from.name()));
    }
    if (s instanceof Access.PlainLoad p && p.location().locals().noneMatch(p.local()::equals)) {
      after.put(p.local(), Set.of(new Loaded(p.location(), false)));
    }
    return after;
  }

  private static boolean merge(Map<String, Set<Loaded>> into, Map<String, Set<Loaded>> from) {
    boolean changed = false;
    for (Map.Entry<String, Set<Loaded>> e : from.entrySet()) {
      Set<Loaded> all = new HashSet<>(into.getOrDefault(e.getKey(), Set.of()));
      if (all.addAll(e.getValue())) {
        into.put(e.getKey(), all);
        changed = true;
      }
    }
    return changed;
  }

  private void insertReload(int id, String local, Location from) {
    Graph.Draft user = graph.drafts().get(id);
    int moved = graph.append(user.step, user.origin, user.next);
    int reload = graph.append(new Access.Reload(local, from), user.origin, List.of(moved));
    graph
        .drafts()
        .set(id, new Graph.Draft(new Local.CompilerChoice(), user.origin, List.of(reload, moved)));
  }
}
