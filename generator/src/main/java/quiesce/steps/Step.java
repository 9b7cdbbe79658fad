package quiesce.steps;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * One operation of a thread. Each record has one template of the same name in every memory model.
 *
 * <p>The families say how a step commutes with the steps of other threads (Lipton, "Reduction",
 * 1975), and so which steps one atomic action may hold: openings, then one access, then closings,
 * with thread-local work anywhere.
 */
public sealed interface Step permits Step.Work, Step.Opening, Step.Closing, Access, Wait {

  /** The locals that it reads. */
  default Stream<String> reads() {
    return Stream.empty();
  }

  /** The local that it assigns. */
  default Optional<String> writes() {
    return Optional.empty();
  }

  /** The locals that it computes from other locals alone. */
  default Stream<Computed> computes() {
    return Stream.empty();
  }

  /**
   * The place in memory that it reads or writes; calls, patches and locks have none of this kind.
   */
  default Optional<Location> touches() {
    return Optional.empty();
  }

  /** Whether the thread sleeps in a queue until somebody wakes it. */
  default boolean isSleep() {
    return this instanceof Wait.Ended e && e.of().kind() == Deferred.Kind.SLEEPER;
  }

  /** What it does: the name of its action. Records that several functions share have several. */
  default String name() {
    return getClass().getSimpleName();
  }

  /** The name of its template. */
  default String template() {
    return getClass().getSimpleName();
  }

  /** Takes, looks at or releases a lock. */
  interface OfLock {
    LockKind kind();

    String lock();

    /** The member that it is, where each object has one. */
    default Optional<Location.Member> member() {
      return Optional.empty();
    }

    /** Whose lock it is then. */
    default Optional<Value> object() {
      return member().map(Location.Member::object);
    }

    /** What is held once it is taken; of a run, there is one at a time. */
    default Atomic.Lock held() {
      return new Atomic.Lock(kind(), lock(), kind() == LockKind.RUN ? Optional.empty() : object());
    }
  }

  /** Uses what is kept of a function that runs later. */
  interface OfDeferred {
    Deferred of();

    /** The parts of it that the step uses. */
    Stream<String> parts();

    /** Whether a step is one of which later runs know what its thread knew. */
    static boolean publishes(Step s) {
      return s instanceof LateAccess.Arm
          || s instanceof LateAccess.Hand
          || s instanceof LateAccess.Over
          || s instanceof LateAccess.Line
          || s instanceof LateAccess.WakeUp
          || s instanceof Wait.Ended e && e.isUnderLock();
    }
  }

  /** Thread-local: commutes with everything. */
  sealed interface Work extends Step permits Local {}

  /** Holds others off or makes them wait; a later opening allows all that an earlier one does. */
  sealed interface Opening extends Step permits Section.Opens {}

  /** Lets others continue; an earlier closing allows all that a later one does. */
  sealed interface Closing extends Step permits Section.Closes {}
}
