package quiesce.analysis;

import java.util.Map;
import java.util.Optional;
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
