package quiesce.tlc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the counts of actions that {@code -coverage} makes TLC print, each time from the start. */
final class CoverageReader {
  // <Next line 11, col 1 to line 11, col 5 of module M (11 13 11 37)>: 1:2
  private static final Pattern COUNTS = Pattern.compile("<(\\S+) (line .*)>: (\\d+):(\\d+)");

  private final List<Coverage.Entry> entries = new ArrayList<>();

  void message(Message message) {
    if (message.code() == Code.COVERAGE_START) {
      // Printed every minute and at the end: the last one counts.
      entries.clear();
      return;
    }
    line(message.text().strip());
  }

  /** One action's counts. */
  void line(String line) {
    Matcher counts = COUNTS.matcher(line);
    if (counts.matches()) {
      Coverage.ActionCount count =
          new Coverage.ActionCount(
              Long.parseLong(counts.group(3)), Long.parseLong(counts.group(4)));
      entries.add(new Coverage.Entry(counts.group(1), counts.group(2), count));
    }
  }

  Coverage coverage() {
    return new Coverage(entries);
  }
}
