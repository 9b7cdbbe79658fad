package quiesce.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import quiesce.explanation.Columns;
import quiesce.template.Templates;

/** Reports in Markdown, as GitHub and GitLab have it. */
public final class MarkdownReport {
  private static final TextStyle STYLE = new TextStyle(false, false);

  private final Templates templates;
  private final Columns columns;

  public MarkdownReport(Templates templates) {
    this.templates = templates;
    this.columns = new Columns(templates);
  }

  /**
   * A counterexample.
   *
   * @param title which strategy, memory model and property
   * @param text the race, as in a changelog
   */
  public record Race(String title, String text) {}

  /** For a comment on a pull request: all verdicts in a table, and every counterexample. */
  public String summary(CheckReport report) {
    List<Race> races = Violation.of(report).stream().map(this::race).toList();
    return templates.render(
        "report/summary.md.ftl",
        Map.of("md", new MarkdownText(), "matrix", MatrixModel.of(report, STYLE), "races", races));
  }

  /** The same after a diff, with what it changes. */
  public String across(CheckReport before, CheckReport after) {
    return (after.strategies().isEmpty() ? "## quiesce\n" : summary(after))
        + "\n"
        + Changes.across(before, after).stream()
            .map(line -> "- " + new MarkdownText().text(line) + "\n")
            .collect(Collectors.joining());
  }

  /**
   * Everything there is to say, in one file.
   *
   * @param costs what the strategies cost
   */
  public String full(CheckReport report, CostTable costs) {
    return templates.render(
        "report/full.md.ftl",
        Map.of(
            "md",
            new MarkdownText(),
            "matrix",
            MatrixModel.of(report, STYLE),
            "costs",
            costs,
            "chapters",
            MarkdownChapter.of(report, STYLE, this::race)));
  }

  private Race race(Violation violation) {
    return new Race(
        Sentences.name(violation.strategy())
            + ": "
            + violation.property().title()
            + " is violated"
            + (violation.unexpected() ? "" : ", as the strategy expects"),
        columns.render(violation.counterexample()));
  }
}
