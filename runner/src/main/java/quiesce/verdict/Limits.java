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
  /** One worker, all the time it takes, nothing kept. */
  public static final Limits NONE = new Limits(1, Optional.empty(), Optional.empty());
}
