package quiesce.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import quiesce.template.Templates;

/** Makes the document. */
final class PerformancePage {
  private static final double ROUND = 100;
  private static final double SMALL = 10;

  private PerformancePage() {}

  static String of(Machine machine, List<Figure> figures) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Figure figure : figures) {
      rows.add(row(figure));
    }
    return new Templates(Optional.empty())
        .render(
            "bench/performance.md.ftl",
            Map.of(
                "processors", machine.processors(),
                "processor", machine.processor(),
                "gigabytes", machine.gigabytes(),
                "jvm", machine.jvm(),
                "tlc", machine.tlc(),
                "figures", rows));
  }

  private static Map<String, Object> row(Figure figure) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("title", figure.title());
    row.put("median", figure.value().map(v -> text(v.median(), figure.unit())).orElse(""));
    row.put(
        "spread",
        figure
            .value()
            .filter(v -> figure.rounds() > 1)
            .map(v -> text(v.least(), "") + " – " + text(v.most(), figure.unit()))
            .orElse(""));
    row.put("rounds", figure.rounds());
    row.put(
        "target",
        figure
            .target()
            .map(
                t ->
                    t.words()
                        + " "
                        + text(t.value(), figure.value().isEmpty() ? "" : figure.unit()))
            .orElse(""));
    row.put("outcome", figure.outcome());
    row.put("notes", figure.notes());
    return row;
  }

  /** As many digits as mean something. */
  static String text(double number, String unit) {
    String digits =
        number == Math.rint(number) || Math.abs(number) >= ROUND
            ? "%,.0f"
            : Math.abs(number) >= SMALL ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, digits, number) + unit;
  }
}
