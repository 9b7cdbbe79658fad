package quiesce.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import quiesce.module.Specification;
import quiesce.property.Property;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Verdict;

/**
 * One strategy under all memory models, for the template of the full report.
 *
 * @param memories the memory models that it was checked under
 * @param remarks what somebody should look at
 */
public record MarkdownChapter(
    String name,
    String title,
    String question,
    String origin,
    String code,
    List<String> memories,
    List<Row> rows,
    List<String> remarks,
    List<MarkdownReport.Race> races,
    List<Module> modules) {

  /**
   * The verdicts on one property.
   *
   * @param cells one for each memory model
   */
  public record Row(String property, String meaning, List<String> cells) {}

  /** A generated specification. */
  public record Module(String memory, String text) {}

  static List<MarkdownChapter> of(
      CheckReport report, TextStyle style, Function<Violation, MarkdownReport.Race> race) {
    Map<String, List<StrategyVerdicts>> byName = new LinkedHashMap<>();
    report
        .strategies()
        .forEach(s -> byName.computeIfAbsent(s.subject().name(), k -> new ArrayList<>()).add(s));
    return byName.values().stream().map(s -> chapter(report, s, style, race)).toList();
  }

  private static MarkdownChapter chapter(
      CheckReport report,
      List<StrategyVerdicts> models,
      TextStyle style,
      Function<Violation, MarkdownReport.Race> race) {
    StrategyVerdicts first = models.get(0);
    return new MarkdownChapter(
        first.subject().name(),
        Sources.title(first),
        Sources.entry(first, "question"),
        Sources.entry(first, "source"),
        Sources.file(first)
            .read()
            .mapToObj(Sources.file(first)::line)
            .collect(Collectors.joining("\n")),
        models.stream().map(s -> s.subject().memory()).toList(),
        report.properties().stream().map(p -> row(p, models, style)).toList(),
        TextReport.unexpected(models),
        models.stream()
            .flatMap(s -> s.properties().stream().flatMap(v -> Violation.of(s, v).stream()))
            .map(race)
            .toList(),
        models.stream().map(MarkdownChapter::module).toList());
  }

  private static Row row(Property property, List<StrategyVerdicts> models, TextStyle style) {
    return new Row(
        property.title(),
        property.meaning(),
        models.stream()
            .map(
                s ->
                    s.properties().stream()
                        .filter(v -> v.property() == property)
                        .findFirst()
                        .map(v -> cell(v, style))
                        .orElse(""))
            .toList());
  }

  /** The verdict, and what is known of how it came about. */
  private static String cell(PropertyVerdict v, TextStyle style) {
    Mark mark = Mark.of(v);
    String head = mark.text(style) + (v.unexpected() ? "! " : " ") + mark.meaning();
    if (v.verdict() instanceof Verdict.NotApplicable n) {
      return head + ": " + n.reason();
    } else if (v.verdict() instanceof Verdict.Unknown u) {
      return head + ": " + Sentences.firstLine(u.message());
    }
    return head + String.format(Locale.ROOT, ", %,d states", v.counts().distinct());
  }

  private static Module module(StrategyVerdicts strategy) {
    Specification specification = strategy.subject().asked();
    return new Module(strategy.subject().memory(), specification.module());
  }
}
