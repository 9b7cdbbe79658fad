package quiesce.engine.tlc;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a run is made that may take long.
 *
 * @param directory of this run alone, for everything that TLC puts on disk; it exists
 * @param every time between two checkpoints, for which TLC looks at the clock after three seconds
 *     and then once a minute; nothing for none
 * @param recovered the files of a checkpoint to resume from, in a directory that TLC may change
 * @param earlier what {@link #earlier(long, List)} records of that checkpoint
 */
public record LongRun(
    Path directory, Optional<Duration> every, Optional<Path> recovered, List<String> earlier) {
  public LongRun {
    earlier = List.copyOf(earlier);
  }

  /**
   * What TLC does not know any more when it resumes from a checkpoint, as lines.
   *
   * @param depth of the search when the checkpoint was made, or a little later
   * @param coverage TLC's lines about how often actions had been taken then, or a little later
   */
  public static List<String> earlier(long depth, List<String> coverage) {
    return Earlier.lines(depth, coverage);
  }
}
