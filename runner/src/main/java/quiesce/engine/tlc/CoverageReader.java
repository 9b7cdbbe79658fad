package quiesce.engine.tlc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the counts of actions, and of expressions in them, that {@code -coverage} makes TLC print,
 * each time from the start.
 */
final class CoverageReader {
  private static final String LOCATION =
      "line (\\d+), col (\\d+) to line (\\d+), col (\\d+) of module .*";

  // <Next line 11, col 1 to line 11, col 5 of module M (11 13 11 37)>: 1:2
  private static final Pattern COUNTS = Pattern.compile("<(\\S+) " + LOCATION + ">: (\\d+):(\\d+)");

  //   ||line 11, col 3 to line 11, col 5 of module M: 2
  private static final Pattern PART = Pattern.compile("\\|*" + LOCATION + ": (\\d+)(?::\\d+)?");

  /** An action of which parts may yet come. */
  private record Counted(
      String action,
      Coverage.Location location,
      Coverage.ActionCount count,
      List<Coverage.Part> parts) {}

  private final List<Counted> actions = new ArrayList<>();
  private boolean inAction;

  void message(Message message) {
    switch (message.code()) {
      // Printed every minute and at the end: the last one counts.
      case Code.COVERAGE_START -> actions.clear();
      case Code.COVERAGE_INIT, Code.COVERAGE_NEXT, Code.COVERAGE_VALUE, Code.COVERAGE_COST ->
          line(message.text());
      // A property or a constraint: what comes next is part of that.
      default -> inAction = false;
    }
  }

  /** The counts of one action, or of an expression in the action before. */
  void line(String line) {
    Matcher counts = COUNTS.matcher(line.strip());
    Matcher part = PART.matcher(line.strip());
    if (counts.matches()) {
      Coverage.ActionCount count =
          new Coverage.ActionCount(
              Long.parseLong(counts.group(6)), Long.parseLong(counts.group(7)));
      actions.add(new Counted(counts.group(1), location(counts, 2), count, new ArrayList<>()));
      inAction = true;
    } else if (part.matches() && inAction) {
      actions
          .get(actions.size() - 1)
          .parts()
          .add(new Coverage.Part(location(part, 1), Long.parseLong(part.group(5))));
    }
  }

  private static Coverage.Location location(MatchResult m, int first) {
    return new Coverage.Location(
        number(m, first), number(m, first + 1), number(m, first + 2), number(m, first + 3));
  }

  private static int number(MatchResult m, int group) {
    return Integer.parseInt(m.group(group));
  }

  Coverage coverage() {
    return new Coverage(
        actions.stream()
            .map(a -> new Coverage.Entry(a.action(), a.location(), a.count(), a.parts()))
            .toList());
  }
}
