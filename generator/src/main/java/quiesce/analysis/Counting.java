package quiesce.analysis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.LateStore;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Operation;
import quiesce.steps.Step;
import quiesce.steps.Value;

/**
 * Members of objects that are counted: {@code p->seq++}. Such a store needs the object, and what it
 * has loaded there, so that it is never what initialises the member. Where the number decides
 * nothing, no more is left of it than that it uses the object: docs/decisions/0050.
 */
final class Counting {
  private Counting() {}

  /** The members that a thread counts. */
  static Stream<Location> members(KernelThread t) {
    return t.nodes().stream()
        .map(Node::step)
        .flatMap(
            s ->
                s instanceof Access.Store w && counts(t, w.location(), w.value())
                    ? Stream.of(w.location())
                    : s instanceof Local.PostponeStore p && counts(t, p.store(), p.value())
                        ? Stream.of(p.store().original())
                        : Stream.empty());
  }

  /** Whether a store that is put off counts a member. */
  static boolean counts(KernelThread t, LateStore late) {
    return t.nodes().stream()
        .map(Node::step)
        .anyMatch(
            s ->
                s instanceof Local.PostponeStore p
                    && p.store().equals(late)
                    && counts(t, late, p.value()));
  }

  private static boolean counts(KernelThread t, LateStore late, Value value) {
    return counts(t, late.original(), value);
  }

  /**
   * Whether a value is computed from what the thread has loaded from the same place, and from
   * nothing else.
   */
  static boolean counts(KernelThread t, Location to, Value value) {
    List<String> sources = value.locals().toList();
    return to instanceof Location.Member
        && value instanceof Value.Arithmetic
        && !sources.isEmpty()
        && sources.stream().allMatch(l -> isLoadedFrom(t, to, l));
  }

  private static boolean isLoadedFrom(KernelThread t, Location from, String local) {
    return t.writers(local).stream()
        .allMatch(s -> s instanceof Access.Load l && l.location().equals(from));
  }

  /** Whether an access of a member can stay without what it moves. */
  static boolean canStay(Step s, Location l) {
    return l instanceof Location.Member
        && (!(s instanceof Access.Rmw) || counts(s))
        && !Data.orders(s);
  }

  /** Whether it is {@code atomic_inc(&p->hits)} or the like, which never fails. */
  private static boolean counts(Step s) {
    return s instanceof Access.Rmw r && r.operation() instanceof Operation.AtomicFetch;
  }

  /**
   * What is left of one: a load, which needs the object as it does, and a number there.
   *
   * @param otherwise gets the number where nobody asks for it
   */
  static Optional<Access.Load> left(Step s, String otherwise) {
    return s instanceof Access.Rmw r && counts(s) && r.location() instanceof Location.Member
        ? Optional.of(
            new Access.Load(Access.Load.Kind.READ_ONCE, r.local().orElse(otherwise), r.location()))
        : Optional.empty();
  }
}
