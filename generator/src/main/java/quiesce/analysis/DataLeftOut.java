package quiesce.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
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
  private static final Step NOTHING = new Local.Fence(Local.Fence.Kind.BARRIER);
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
        out.without(program.provider()),
        program.readers().stream().map(out::without).toList());
  }

  private KernelThread without(KernelThread t) {
    List<LateStore> late = t.lateStores().stream().filter(l -> !goes(t, l)).toList();
    return t.with(settled(t.nodes().stream().map(n -> n.with(left(t, n.step()))).toList()), late);
  }

  private Step left(KernelThread t, Step s) {
    if (s instanceof Access.Rmw r && data.has(r.location())) {
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
        if (isVain(n, all)) {
          all.set(
              n.id(), new Node(n.id(), NOTHING, n.origin(), n.before(), n.next().subList(0, 1)));
          changed = true;
        }
      }
    } while (changed);
    return all;
  }

  private static boolean isVain(Node n, List<Node> all) {
    if (n.step() instanceof Local.MayReload m) {
      return all.stream().noneMatch(o -> o.step().reads().anyMatch(m.flag()::equals));
    }
    return n.step() instanceof Local.CompilerChoice
        && past(n.next().get(0), all) == past(n.next().get(1), all);
  }

  /** Where a path comes to at which something happens. */
  private static int past(int from, List<Node> all) {
    Set<Integer> seen = new HashSet<>();
    int id = from;
    while (all.get(id).step().equals(NOTHING) && seen.add(id)) {
      id = all.get(id).next().get(0);
    }
    return id;
  }
}
