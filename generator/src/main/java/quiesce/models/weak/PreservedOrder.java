package quiesce.models.weak;

import static quiesce.steps.Local.Fence.Kind.SMP_MB;
import static quiesce.steps.Local.Fence.Kind.SMP_RMB;
import static quiesce.steps.Local.Fence.Kind.SMP_WMB;

import java.util.Optional;
import quiesce.analysis.Facts;
import quiesce.steps.Access;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.LockKind;
import quiesce.steps.Node;
import quiesce.steps.Region;
import quiesce.steps.Section;
import quiesce.steps.Step;

/**
 * Which of two steps of one run must be performed first.
 *
 * <p>What must stay in order is LKMM's: an acquire and what follows it, what comes before a release
 * and the release, either side of a fence, accesses of one location, and whoever uses a value and
 * whoever loads it.
 */
record PreservedOrder(Facts facts) {
  boolean loads(Step s) {
    return s instanceof Access.Load && facts.isShared(s)
        || s instanceof Access.Rmw
        || s instanceof Access.CallSlot
        || s instanceof Access.ReturnAny
        || s instanceof Access.Trylock
        || s instanceof Access.IsLocked
        || LockKind.spins(s);
  }

  boolean storesVisibly(Step s) {
    return s instanceof Access.Store && facts.isShared(s) || s instanceof Access.Rmw;
  }

  /**
   * Whether the first of two steps of one run must be performed before the second, whatever comes
   * of it: what may fail to write may yet turn out to be a relaxed load.
   */
  boolean inOrder(Node first, Node second) {
    return inOrder(first.step(), second.step(), !mayFail(first.step()));
  }

  /**
   * @param writes whether the first step writes, if it can; an operation that does not is LKMM's
   *     once-marked load, of whatever order it is
   */
  boolean inOrder(Step j, Step k, boolean writes) {
    if (j instanceof Local && !SMP_MB.is(j)) {
      return fenced(j, k) || usesWhatIsWritten(j, k) || j instanceof Local.Settle;
    }
    if (Region.RCU.leftBy(j) || j instanceof Section.SrcuReadUnlock) {
      return false;
    }
    if (LockKind.releasesSpinning(j) || j instanceof Access && Step.OfDeferred.publishes(j)) {
      return takesLock(k) || SMP_MB.is(k) || SMP_WMB.is(k);
    }
    if (!isAccess(j) && !LockKind.spins(j)) {
      // Sections, grace periods, full fences and the harness: nothing passes.
      return !(j instanceof Access.ReturnAny || j instanceof Access.ReturnFromSlot)
          || usesWhatIsWritten(j, k);
    }
    boolean acquires =
        Access.Load.Kind.LOAD_ACQUIRE.is(j)
            || j instanceof Access.Rmw r && r.order() == Access.Order.ACQUIRE
            || takesLock(j);
    if (writes && (acquires || j instanceof Access.Rmw f && f.order() == Access.Order.FULL)) {
      return true;
    }
    if (isFence(k)) {
      return SMP_RMB.is(k) && loadsForFence(j)
          || SMP_WMB.is(k) && storesVisibly(j) && writes
          || SMP_MB.is(k)
          || k instanceof Access.GracePeriodBegins;
    }
    if (Region.RCU.enteredBy(k) || k instanceof Section.SrcuReadLock) {
      return false;
    }
    return releases(k) || sameLocation(j, k) || usesWhatIsWritten(j, k);
  }

  /** Whether the step is an atomic operation, or a try at a lock, that may only read. */
  static boolean mayFail(Step s) {
    return s instanceof Access.Rmw r && r.operation().mayFail() || s instanceof Access.Trylock;
  }

  /** Whether smp_rmb orders the step: LKMM leaves out what an operation without a value reads. */
  private boolean loadsForFence(Step s) {
    boolean noReturn =
        s instanceof Access.Rmw r && r.order() == Access.Order.RELAXED && r.local().isEmpty();
    return loads(s) && !noReturn;
  }

  private static boolean isAccess(Step s) {
    return s.touches().isPresent()
        || s instanceof Access.CallSlot
        || s instanceof Access.Trylock
        || s instanceof Access.IsLocked;
  }

  private static boolean isFence(Step s) {
    return SMP_MB.is(s) || SMP_RMB.is(s) || SMP_WMB.is(s) || s instanceof Access.GracePeriodBegins;
  }

  private static boolean takesLock(Step s) {
    return LockKind.spins(s) || s instanceof Access.Trylock;
  }

  private static boolean releases(Step s) {
    return Access.Marking.RELEASE.of(s)
        || LockKind.releasesSpinning(s)
        || Step.OfDeferred.publishes(s)
        || s instanceof Access.Rmw r
            && (r.order() == Access.Order.RELEASE || r.order() == Access.Order.FULL);
  }

  private boolean fenced(Step fence, Step k) {
    return SMP_RMB.is(fence) && loadsForFence(k)
        || SMP_WMB.is(fence) && storesVisibly(k)
        || (SMP_RMB.is(fence) || SMP_WMB.is(fence)) && isFence(k);
  }

  static boolean sameLocation(Step j, Step k) {
    if (j instanceof Step.OfLock one
        && k instanceof Step.OfLock other
        && one.lock().equals(other.lock())) {
      // Another object has another lock.
      return one.object().isEmpty() && other.object().isEmpty();
    }
    if (j.touches().isEmpty() || k.touches().isEmpty()) {
      return false;
    }
    Location a = j.touches().get();
    Location b = k.touches().get();
    // What a pointer leads to is settled when the pointer is known: see EarlyPaths.
    return !a.isApart(b) && !(a instanceof Location.Pointee);
  }

  private static boolean usesWhatIsWritten(Step j, Step k) {
    Optional<String> written = j.writes();
    Optional<String> overwritten = k.writes();
    return written.isPresent()
            && (k.reads().anyMatch(written.get()::equals) || overwritten.equals(written))
        || overwritten.isPresent() && j.reads().anyMatch(overwritten.get()::equals);
  }

  /** Whether it is one and the same place wherever it is named. */
  private static boolean isFixed(Location l) {
    return l instanceof Location.Global || l instanceof Location.Element e && e.isWithin();
  }

  /**
   * Whether a load can be given the value of a store of its own thread that nobody else sees yet:
   * LKMM's rfi orders nothing, be the one a release and the other an acquire.
   */
  boolean forwards(Step j, Step k) {
    return j instanceof Access.Store store
        && k instanceof Access.Load load
        && facts.isShared(k)
        && isFixed(store.location())
        && store.location().equals(load.location())
        // A value that depends on other loads gains nothing but states.
        && store.value().locals().findAny().isEmpty();
  }
}
