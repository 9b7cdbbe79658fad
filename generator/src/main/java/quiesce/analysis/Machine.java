package quiesce.analysis;

import java.util.Map;
import java.util.Optional;
import quiesce.steps.KernelThread;
import quiesce.tla.Expression;

/**
 * What a memory model makes of one program. The defaults are those of a model in which every thread
 * performs its steps in order and nobody knows less than others do.
 */
public interface Machine {
  /** What the model's templates ask beside the facts, under the name {@code machine}. */
  default Object parts() {
    return Map.of();
  }

  /** Whether only the parts of the variables that matter distinguish states. */
  default boolean isViewed() {
    return false;
  }

  /**
   * Whether a thread's agent has something of memory for itself: what it knows of it, or a buffer
   * of stores.
   */
  default boolean hasOwn(KernelThread thread) {
    return true;
  }

  /** Whether a task that runs on a CPU knows what is known there, and takes it along. */
  default boolean isTakenAlong() {
    return false;
  }

  /** Whether nobody sees more where an agent forgets what it knows: that only constrains. */
  default boolean isForgetful() {
    return false;
  }

  /** Whether all that a thread's steps change of memory is what it has for itself. */
  default boolean isChangingItselfAlone(KernelThread thread) {
    return false;
  }

  /** Whether one that has not come to its end might as well never have begun, for all of memory. */
  default boolean isLeavingNoTrace(KernelThread thread) {
    return true;
  }

  /** Why what members of crowds have of memory cannot be part of their state; empty if it can. */
  default Optional<String> notOfMembers() {
    return Optional.of("its memory model does not say what a member of a crowd knows");
  }

  /** Why old objects may be referred to for ever; empty if memory forgets them. */
  default Optional<String> notRecycled() {
    return Optional.of("its memory model does not say what refers to an object");
  }

  /** What a value depends on that depends on nothing; empty where dependencies do not matter. */
  default Optional<Expression> independent() {
    return Optional.empty();
  }

  /** How the thread's steps may be merged. */
  default Merging merging(Found thread) {
    return Merging.FREE;
  }

  default Dependencies dependencies(Found thread) {
    return Dependencies.NONE;
  }

  default EarlySteps early(Found thread) {
    return EarlySteps.NONE;
  }

  /** From where these steps may be performed. */
  default EarlyPlaces places(Found thread) {
    return EarlyPlaces.NONE;
  }
}
