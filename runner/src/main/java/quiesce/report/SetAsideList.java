package quiesce.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import quiesce.source.CutOut;
import quiesce.source.SetAside;
import quiesce.source.Strategy;
import quiesce.text.Visible;
import quiesce.text.Wrap;

/** What of a file was read and set aside, with its lines, by the reasons. */
public final class SetAsideList {
  private SetAsideList() {}

  /** Lines, the last one with its end; empty if nothing was set aside. */
  public static String of(Strategy strategy, int width) {
    Map<String, List<SetAside>> byReason =
        strategy.setAside().stream()
            .collect(Collectors.groupingBy(SetAside::why, LinkedHashMap::new, Collectors.toList()));
    StringBuilder text = new StringBuilder();
    strategy
        .file()
        .cut()
        .map(CutOut::leftOut)
        .filter(leftOut -> !leftOut.isEmpty())
        .map(leftOut -> "  left out: %s that these do not need".formatted(leftOut))
        .ifPresent(line -> text.append(Wrap.text(line, width, "      ")));
    byReason.forEach(
        (why, all) -> {
          text.append(Wrap.text("  set aside: " + why, width, "      "));
          all.stream()
              .mapToInt(s -> s.place().line())
              .distinct()
              .mapToObj(n -> "%5d  %s".formatted(n, Visible.of(strategy.file().line(n).trim())))
              .forEach(line -> text.append(Wrap.text(line, width, " ".repeat(11))));
        });
    return text.toString();
  }
}
