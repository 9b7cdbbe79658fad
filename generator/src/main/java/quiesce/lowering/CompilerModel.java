package quiesce.lowering;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quiesce.steps.Access;
import quiesce.steps.KernelThread.LocalKind;
import quiesce.steps.LateStore;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Value;
import quiesce.steps.Wait;

/**
 * What a compiler may do to plain accesses: repeat a load at a later use of its value, put off a
 * store; neither past a compiler barrier. See "Who's afraid of a big bad optimizing compiler?"
 * (LWN, 2019): load tearing and invention, store reordering.
 */
final class CompilerModel {
  private final Graph graph;
  private final Map<String, LocalKind> locals;
  private final List<LateStore> lateStores = new ArrayList<>();

  CompilerModel(Graph graph, Map<String, LocalKind> locals) {
    this.graph = graph;
    this.locals = locals;
  }

  List<LateStore> apply() {
    repeatLoads();
    postponeStores();
    return lateStores;
  }

  /** Ends every freedom: what the compiler sees as "anything may have changed". */
  private static boolean isBarrier(Step s) {
    return s instanceof Local.Barrier
        || s instanceof Local.FunctionEnd
        || s instanceof Local.SmpMb
        || s instanceof Local.SmpRmb
        || s instanceof Local.SmpWmb
        || s instanceof Local.CpuRelax
        || s instanceof Access.Xchg
        || s instanceof Access.Cmpxchg
        || s instanceof Access.StoreRelease
        || s instanceof Access.RcuAssignPointer
        || s instanceof Access.LoadAcquire
        || s instanceof Access.CallSlot
        || s instanceof Access.StaticCall
        || s instanceof Access.ReturnAny
        || s instanceof Access.ReturnFromSlot
        || s instanceof Access.StaticCallUpdate
        || s instanceof Access.SynchronizeRcuBegin
        || s instanceof Access.Initialise
        || s instanceof Access.TearDown
        || s instanceof Section
        || s instanceof Wait;
  }

  // ---- loads

  /** For each local that a plain load filled: from where, and whether it has been used since. */
  private record Loaded(Location from, boolean used) {}

  private void repeatLoads() {
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
      for (String local :
          s.reads().collect(java.util.stream.Collectors.toCollection(TreeSet::new))) {
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
    if (!isBarrier(s)) {
      Set<String> reads = s.reads().collect(java.util.stream.Collectors.toSet());
      before.forEach(
          (local, sources) -> {
            Set<Loaded> kept = new java.util.HashSet<>();
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
    if (s instanceof Access.PlainLoad p && p.location().locals().noneMatch(p.local()::equals)) {
      after.put(p.local(), Set.of(new Loaded(p.location(), false)));
    }
    return after;
  }

  private static boolean merge(Map<String, Set<Loaded>> into, Map<String, Set<Loaded>> from) {
    boolean changed = false;
    for (Map.Entry<String, Set<Loaded>> e : from.entrySet()) {
      Set<Loaded> all = new java.util.HashSet<>(into.getOrDefault(e.getKey(), Set.of()));
      if (all.addAll(e.getValue())) {
        into.put(e.getKey(), all);
        changed = true;
      }
    }
    return changed;
  }

  private void insertReload(int id, String local, Location from) {
    Graph.Draft user = graph.drafts().get(id);
    int moved = append(user.step, user.origin, user.next);
    int reload = append(new Access.Reload(local, from), user.origin, List.of(moved));
    graph
        .drafts()
        .set(id, new Graph.Draft(new Local.CompilerChoice(), user.origin, List.of(reload, moved)));
  }

  // ---- stores

  private void postponeStores() {
    int size = graph.drafts().size();
    for (int id = 0; id < size; id++) {
      Graph.Draft d = graph.drafts().get(id);
      if (d.step instanceof Access.PlainStore s && somethingFollows(d)) {
        LateStore late = lateStore(s, d);
        lateStores.add(late);
      }
    }
    for (LateStore late : lateStores) {
      split(late);
    }
    int withChoices = graph.drafts().size();
    for (int id = 0; id < withChoices; id++) {
      Step s = graph.drafts().get(id).step;
      for (LateStore late : lateStores) {
        if (mustSettle(s, late)) {
          settleBefore(id, late);
        }
      }
    }
  }

  /** Putting a store off matters only if the thread does something shared before the barrier. */
  private boolean somethingFollows(Graph.Draft store) {
    BitSet seen = new BitSet();
    List<Integer> work = new ArrayList<>(store.next);
    while (!work.isEmpty()) {
      int id = work.remove(work.size() - 1);
      if (id < 0 || seen.get(id)) {
        continue;
      }
      seen.set(id);
      Graph.Draft d = graph.drafts().get(id);
      if (isBarrier(d.step)) {
        continue;
      }
      if (d.step instanceof Access) {
        return true;
      }
      work.addAll(d.next);
    }
    return false;
  }

  private LateStore lateStore(Access.PlainStore s, Graph.Draft d) {
    int number = lateStores.size() + 1;
    String pending = "late_" + number;
    String value = pending + "_value";
    String operand = pending + "_operand";
    locals.put(pending, LocalKind.FLAG);
    locals.put(value, LocalKind.VALUE);
    if (s.location().locals().findAny().isPresent() || s.location() instanceof Location.Member) {
      locals.put(operand, LocalKind.OBJECT);
    }
    return new LateStore(pending, value, operand, s.location(), d.origin);
  }

  private void split(LateStore late) {
    for (int id = 0; id < graph.drafts().size(); id++) {
      Graph.Draft d = graph.drafts().get(id);
      if (d.step instanceof Access.PlainStore s
          && d.origin.equals(late.origin())
          && s.location().equals(late.original())) {
        int now = append(s, d.origin, d.next);
        int postpone = append(new Local.PostponeStore(late, s.value()), d.origin, d.next);
        graph
            .drafts()
            .set(id, new Graph.Draft(new Local.CompilerChoice(), d.origin, List.of(now, postpone)));
        return;
      }
    }
  }

  private static boolean mustSettle(Step s, LateStore late) {
    // Nothing is pending where a thread starts over.
    if (isBarrier(s)) {
      return !(s instanceof Section.Begin || s instanceof Access.Initialise);
    }
    Optional<Location> touched = Optional.empty();
    if (s instanceof Access.Load l) {
      touched = Optional.of(l.location());
    } else if (s instanceof Access.LatePlainStore) {
      return false;
    } else if (s instanceof Access.Store t) {
      touched = Optional.of(t.location());
    } else if (s instanceof Local.PostponeStore p) {
      touched = Optional.of(p.store().original());
    }
    return touched.filter(t -> t.name().equals(late.original().name())).isPresent();
  }

  private void settleBefore(int id, LateStore late) {
    Graph.Draft d = graph.drafts().get(id);
    int moved = append(d.step, d.origin, d.next);
    int store = append(new Access.LatePlainStore(late), late.origin(), List.of(moved));
    graph
        .drafts()
        .set(
            id,
            new Graph.Draft(
                new Local.Branch(new Value.Local(late.pending())),
                d.origin,
                List.of(store, moved)));
  }

  private int append(Step step, quiesce.steps.Origin origin, List<Integer> next) {
    graph.drafts().add(new Graph.Draft(step, origin, next));
    return graph.drafts().size() - 1;
  }
}
