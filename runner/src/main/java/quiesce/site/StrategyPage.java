package quiesce.site;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import quiesce.module.Specification;
import quiesce.report.CheckReport;
import quiesce.report.CostTable;
import quiesce.report.Sentences;
import quiesce.report.Sources;
import quiesce.text.Visible;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.StrategyVerdicts;

/**
 * One strategy, for the template of its page.
 *
 * @param facts what else its front matter says of it
 */
public record StrategyPage(
    String name,
    String title,
    List<Fact> facts,
    List<Model> models,
    String file,
    List<SourceLine> lines,
    CostTable cost) {
  /** What has a place of its own on the page. */
  private static final Set<String> SHOWN = Set.of("strategy", "title", "expect");

  /** An entry of the front matter. */
  public record Fact(String key, String value) {}

  /**
   * What came out under one memory model.
   *
   * @param notLifted which passes are for given numbers though any was asked for
   * @param module the specification that was explored first
   * @param files of the specification, as paths from the page
   */
  public record Model(
      String memory,
      List<Line> lines,
      List<String> neverTaken,
      List<String> notLifted,
      String states,
      String bounds,
      String summary,
      String module,
      List<String> files) {}

  /**
   * The verdict on a property.
   *
   * @param explorer the page of its counterexample; empty if there is none
   */
  public record Line(
      VerdictMark mark, String property, String text, String explored, String explorer) {}

  /**
   * @param models the verdicts on the strategy under each memory model
   * @param explained the anchors of the verdicts that have a counterexample
   */
  static StrategyPage of(CheckReport report, List<StrategyVerdicts> models, Set<String> explained) {
    StrategyVerdicts any = models.get(0);
    var strategy = any.subject().program().strategy();
    return new StrategyPage(
        Visible.of(any.subject().name()),
        title(any),
        strategy.frontMatter().entries().stream()
            .filter(e -> !SHOWN.contains(e.key()) && !e.key().startsWith("expect "))
            .map(e -> new Fact(Visible.of(e.key()), Visible.of(e.value())))
            .toList(),
        models.stream().map(m -> model(report, m, explained)).toList(),
        Visible.of(strategy.file().name()),
        SourceLine.of(strategy.file()),
        CostTable.of(List.of(any.subject().program())));
  }

  /** What the front matter calls it; empty if it does not. */
  static String title(StrategyVerdicts strategy) {
    return Visible.of(Sources.title(strategy));
  }

  private static Model model(CheckReport report, StrategyVerdicts model, Set<String> explained) {
    Specification specification = model.subject().asked();
    String memory = model.subject().memory();
    return new Model(
        memory,
        model.properties().stream().map(v -> line(model, v, explained)).toList(),
        Sentences.neverTaken(model).stream().map(Visible::of).toList(),
        report.notLifted(model),
        model
            .explored()
            .map(c -> counted(c.distinct(), c.depth()))
            .orElse("not all states explored"),
        report.boundsOf(model),
        Sentences.summary(List.of(model)),
        Visible.of(specification.module()),
        specification.files().keySet().stream().map(name -> memory + "/" + name).toList());
  }

  private static Line line(StrategyVerdicts model, PropertyVerdict v, Set<String> explained) {
    VerdictMark mark = VerdictMark.of(model, v);
    return new Line(
        mark,
        v.property().title(),
        Visible.of(Sentences.verdict(v)),
        v.counts().distinct() == 0 ? "" : counted(v.counts().distinct(), v.counts().depth()),
        explained.contains(mark.anchor()) ? mark.anchor() + ".html" : "");
  }

  private static String counted(long distinct, long depth) {
    return String.format(Locale.ROOT, "%,d distinct states, depth %d", distinct, depth);
  }
}
