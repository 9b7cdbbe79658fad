package quiesce.cli;

import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a check that may take long is kept, and resumed. */
final class CheckpointOptions {
  @Option(
      names = "--checkpoint",
      paramLabel = "TIME",
      converter = Converters.OfDuration.class,
      description =
          "Time between two checkpoints of any check: 90s, 10m; TLC looks at the clock once a"
              + " minute. Default: 2m, of those that take long.")
  private Optional<Duration> every = Optional.empty();

  @Option(
      names = "--resume",
      description =
          "Continue from the last checkpoint of the same check, if it was ended before its verdict.")
  private boolean resume;

  Optional<Duration> every() {
    return every;
  }

  /** Whether it was asked for. */
  boolean wanted() {
    return resume || every.isPresent();
  }

  boolean resume() {
    return resume;
  }
}
