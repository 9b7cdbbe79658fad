package quiesce.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.KernelThread.LocalKind;
import quiesce.steps.LateStore;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Program;
import quiesce.steps.Step;
import quiesce.steps.Value;

/**
 * A program without the values that decide nothing: docs/decisions/0050. Each step that only moves
 * them becomes one that does nothing, so that threads come to the same places as before, and a loop
 * remains one.
 */
public final class DataLeftOut {
  private static final Step NOTHING = new Local.Nothing();
  private static final Step REACHED = new Local.Reached();
  private static final Step FULL_BARRIER = new Local.Fence(Local.Fence.Kind.SMP_MB);

  private final Data data;
  private final boolean atomicsAreBarriers;

  private DataLeftOut(Data data, boolean atomicsAreBarriers) {
    this.data = data;
    this.atomicsAreBarriers = atomicsAreBarriers;
  }

  /**
   * @param atomicsAreBarriers whether every atomic operation is a full barrier
   */
  public static Program of(Program program, boolean atomicsAreBarriers) {
    Data data = Data.of(program);
    DataLeftOut out = new DataLeftOut(data, atomicsAreBarriers);
    return program.with(
        program.shared().stream().filter(s -> !data.hasVariable(s.name())).toList(),
        program.members().stream().map(m -> data.hasMember(m.name()) ? m.one() : m).toList(),
        out.without(program.provider()),
        program.readers().stream().map(out::without).toList());
  }

  private KernelThread without(KernelThread t) {
    List<LateStore> late = t.lateStores().stream().filter(l -> !goes(t, l)).toList();
    List<Node> nodes = new ArrayList<>(t.nodes().stream().map(n -> n.with(left(t, n))).toList());
    SortedMap<String, LocalKind> locals = new TreeMap<>(t.locals());
    String unread = unread(t);
    for (Node n : t.nodes()) {
      if (n.step() instanceof Access.Rmw r && data.has(r.location())) {
        Counting.left(r, unread)
            .ifPresent(
                load -> {
                  locals.put(load.local(), LocalKind.VALUE);
                  after(nodes, n, load);
                });
      }
    }
    return new KernelThread(
        t.name(),
        t.context(),
        t.pinsProvider(),
        t.origin(),
        settled(nodes),
        t.entry(),
        locals,
        late);
  }

  /** A local that no other step of the thread has. */
  private static String unread(KernelThread t) {
    StringBuilder name = new StringBuilder("counted");
    while (t.locals().containsKey(name.toString())) {
      name.append('_');
    }
    return name.toString();
  }

  /** Puts a step after what is left of another one. */
  private static void after(List<Node> nodes, Node n, Step step) {
    nodes.add(new Node(nodes.size(), step, n.origin(), n.before(), n.next()));
    nodes.set(
        n.id(),
        new Node(
            n.id(), nodes.get(n.id()).step(), n.origin(), n.before(), List.of(nodes.size() - 1)));
  }

  private Step left(KernelThread t, Node n) {
    Step s = n.step();
    if (data.isVain(t, n)) {
      return new Local.Choice(List.of());
    } else if (s instanceof Access.Rmw r && data.has(r.location())) {
      return atomicsAreBarriers || r.order() == Access.Order.FULL ? FULL_BARRIER : NOTHING;
    } else if (s instanceof Access.ReturnAny r
        && r.local().filter(l -> data.hasLocal(t, l)).isPresent()) {
      return new Access.ReturnAny(r.slot(), Optional.empty(), Access.Domain.NOTHING);
    }
    if (s.touches().filter(Location.Member.class::isInstance).filter(data::has).isPresent()) {
      return ofMember(t, s);
    } else if (s instanceof Local.PostponeStore p
        && p.store().original() instanceof Location.Member m
        && goes(t, p.store())) {
      return new Access.Use(m);
    }
    boolean moves =
        s.touches().filter(data::has).isPresent()
            || s instanceof Local.PostponeStore p && goes(t, p.store())
            || s instanceof Local.Settle e && goes(t, e.store())
            || s instanceof Local.Assign a && data.hasLocal(t, a.local())
            || s instanceof Local.AnyValue a && data.hasLocal(t, a.local());
    return moves ? NOTHING : s;
  }

  /** Whether nothing is left of a store that is put off. */
  private boolean goes(KernelThread t, LateStore l) {
    boolean member = l.original() instanceof Location.Member;
    return data.has(l.original()) && (!member || Counting.counts(t, l));
  }

  /**
   * A use of the object is left of what counts; of other stores, that the member holds something.
   */
  private static Step ofMember(KernelThread t, Step s) {
    if (!(s instanceof Access.Store w)) {
      return s;
    } else if (Counting.counts(t, w.location(), w.value())) {
      return new Access.Use((Location.Member) w.location());
    }
    boolean computed = w.value().locals().findAny().isPresent();
    return computed ? new Access.Store(w.kind(), w.location(), new Value.Number(0), w.late()) : s;
  }

  /** Without the freedoms of the compiler that nothing comes of any more. */
  private static List<Node> settled(List<Node> nodes) {
    List<Node> all = new ArrayList<>(nodes);
    boolean changed;
    do {
      changed = false;
      for (Node n : List.copyOf(all)) {
        Optional<Integer> only = onlyWay(n, all);
        if (only.isPresent()) {
          all.set(n.id(), new Node(n.id(), NOTHING, n.origin(), n.before(), List.of(only.get())));
          changed = true;
        }
      }
    } while (changed);
    return all;
  }

  /**
   * Where a step leads that need not be there: what it notes is not asked for, or nothing happens
   * on one of two ways to the same place that does not happen on the other.
   */
  private static Optional<Integer> onlyWay(Node n, List<Node> all) {
    if (n.step() instanceof Local.MayReload m) {
      return Optional.of(n.next().get(0))
          .filter(next -> all.stream().noneMatch(o -> o.step().reads().anyMatch(m.flag()::equals)));
    } else if (!(n.step() instanceof Local.Choice)) {
      return Optional.empty();
    }
    List<Integer> ways = n.next();
    return Stream.of(0, 1)
        .filter(
            i -> {
              List<Integer> way = past(ways.get(i), all);
              List<Integer> other = past(ways.get(1 - i), all);
              return last(way).equals(last(other)) && way.containsAll(other);
            })
        .map(ways::get)
        .findFirst();
  }

  private static Integer last(List<Integer> way) {
    return way.get(way.size() - 1);
  }

  /** The statements that a path comes to, and then the step at which something happens. */
  private static List<Integer> past(int from, List<Node> all) {
    Set<Integer> seen = new LinkedHashSet<>();
    int id = from;
    while ((all.get(id).step().equals(NOTHING) || all.get(id).step().equals(REACHED))
        && seen.add(id)) {
      id = all.get(id).next().get(0);
    }
    seen.removeIf(passed -> all.get(passed).step().equals(NOTHING));
    List<Integer> way = new ArrayList<>(seen);
    way.add(id);
    return way;
  }
}
