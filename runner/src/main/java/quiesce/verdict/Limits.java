package quiesce.verdict;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What the check of one strategy may take, and what is kept of it.
 *
 * @param workers threads of each TLC
 * @param timeout for all runs on one strategy together, and to generate it
 * @param keep a directory to which each strategy's specifications, configurations and logs go
 */
public record Limits(int workers, Optional<Duration> timeout, Optional<Path> keep) {
  /** What generating takes even where little time is given: mostly it is done in a part of it. */
  private static final Duration GENERATION = Duration.ofSeconds(10);

  /** One worker, all the time it takes, nothing kept. */
  public static final Limits NONE = new Limits(1, Optional.empty(), Optional.empty());

  /**
   * How long a file may take to be read, or a specification to be generated. With one that comes
   * too late, the report says which verdicts are unknown.
   *
   * @param timeout for the whole check
   */
  public static Duration generation(Duration timeout) {
    return timeout.compareTo(GENERATION) < 0 ? GENERATION : timeout;
  }
}
