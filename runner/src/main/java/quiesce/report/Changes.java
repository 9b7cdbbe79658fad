package quiesce.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What one check found that another one of the same strategies did not, in words. */
public final class Changes {
  private Changes() {}

  /** One line for each verdict that moved, and one if none did. */
  public static List<String> of(CheckReport before, CheckReport now) {
    return lines(before, now, "%2$s now, %1$s before");
  }

  /** The same of a diff, either side of which may lack a strategy. */
  public static List<String> across(CheckReport before, CheckReport after) {
    Set<String> was = Move.names(before);
    Set<String> is = Move.names(after);
    List<String> alone = new ArrayList<>();
    if (was.size() != 1 || is.size() != 1) {
      was.stream().filter(name -> !is.contains(name)).forEach(n -> alone.add("only before: " + n));
      is.stream().filter(name -> !was.contains(name)).forEach(n -> alone.add("only after: " + n));
    }
    return was.isEmpty() || is.isEmpty()
        ? alone
        : Stream.concat(lines(before, after, "%1$s before, %2$s after").stream(), alone.stream())
            .toList();
  }

  /** The same of two strategies that are named. */
  static List<String> between(CheckReport one, CheckReport other, String name, String otherName) {
    List<String> moved =
        lines(
            one,
            other,
            "%1$s in " + name.replace("%", "%%") + ", %2$s in " + otherName.replace("%", "%%"));
    return Move.between(one, other).isEmpty()
        ? List.of("the same: every verdict is that of the other")
        : moved;
  }

  private static List<String> lines(CheckReport before, CheckReport after, String form) {
    boolean several = Move.names(after).size() > 1;
    Map<String, Map<String, List<String>>> byProperty = new LinkedHashMap<>();
    for (Move move : Move.between(before, after)) {
      byProperty
          .computeIfAbsent(
              (several ? move.strategy() + ": " : "") + move.property().title(),
              p -> new LinkedHashMap<>())
          .computeIfAbsent(
              form.formatted(move.before().meaning(), move.after().meaning()),
              m -> new ArrayList<>())
          .add(move.memory());
    }
    List<String> lines = new ArrayList<>();
    byProperty.forEach(
        (property, moves) ->
            moves.forEach(
                (move, models) ->
                    lines.add(
                        "changed: " + property + Models.remark(models, after) + ": " + move)));
    return lines.isEmpty() ? List.of("unchanged: every verdict is as before") : lines;
  }
}
