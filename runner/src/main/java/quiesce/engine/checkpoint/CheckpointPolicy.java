package quiesce.engine.checkpoint;

import java.time.Duration;
import java.util.Optional;

/**
 * Which checkpoints are made, and where.
 *
 * @param every time between two checkpoints, of any check, as far as TLC looks at the clock;
 *     without it, some minutes, and those of the checks only that take long
 * @param resume whether to resume from one that was left
 */
public record CheckpointPolicy(
    CheckpointDirectory directory, Optional<Duration> every, boolean resume) {
  /** Whether all runs are to have them. */
  public boolean all() {
    return every.isPresent() || resume;
  }
}
