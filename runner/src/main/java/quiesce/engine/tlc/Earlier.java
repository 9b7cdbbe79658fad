package quiesce.engine.tlc;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was found before the checkpoint that a run resumes from. TLC keeps the states and the queue,
 * and no statistics: it begins with a depth of nothing, forgets which actions were taken, and how
 * many states it had generated. Recorded as lines among those of TLC, so that a {@link Replay}
 * hears them as well.
 */
final class Earlier {
  private static final String MARK = "@quiesce earlier ";
  private static final Pattern DEPTH = Pattern.compile("depth (\\d{1,18})");

  private final CoverageReader coverage = new CoverageReader();
  private OptionalLong depth = OptionalLong.empty();

  /** The lines that record it. */
  static List<String> lines(long depth, List<String> coverage) {
    List<String> lines = new ArrayList<>();
    lines.add(MARK + "depth " + depth);
    coverage.forEach(line -> lines.add(MARK + line));
    return lines;
  }

  /** Takes a line that records it; others are none of its business. */
  void line(String line) {
    if (!line.startsWith(MARK)) {
      return;
    }
    String told = line.substring(MARK.length());
    Matcher number = DEPTH.matcher(told);
    if (number.matches()) {
      depth = OptionalLong.of(Long.parseLong(number.group(1)));
    } else {
      coverage.line(told);
    }
  }

  /**
   * The counts of the whole search. Those of the states generated in both parts do not add up: what
   * TLC had generated when it made the checkpoint is in nothing that it writes.
   */
  Counts with(Counts since) {
    return depth.isPresent()
        ? new Counts(
            OptionalLong.empty(), since.distinct(), Math.max(since.depth(), depth.getAsLong()))
        : since;
  }

  /**
   * The coverage of the whole search. What was done between the checkpoint and the end of the first
   * part was done twice and is counted twice; whether an action was ever taken comes out right.
   */
  Coverage with(Coverage since) {
    return depth.isPresent() ? coverage.coverage().plus(since) : since;
  }
}
