package quiesce.cli;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import quiesce.diagram.Mermaid;
import quiesce.diagram.PictureWriter;
import quiesce.diagram.SequencePicture;
import quiesce.explanation.Columns;
import quiesce.report.Changes;
import quiesce.report.CheckReport;
import quiesce.report.ExplainReport;
import quiesce.report.GrowingReport;
import quiesce.report.ItfReport;
import quiesce.report.JsonReport;
import quiesce.report.JunitReport;
import quiesce.report.KtapReport;
import quiesce.report.MarkdownReport;
import quiesce.report.SarifReport;
import quiesce.report.TextReport;
import quiesce.report.TextStyle;
import quiesce.report.VerboseReport;
import quiesce.report.Violation;
import quiesce.template.Templates;

/** The reports in the form that the options ask for. */
final class Reports {

  private final TextStyle style;
  private final Templates templates;

  Reports(ModelOptions model, ReportOptions options, Console console) {
    this.templates = new Templates(model.templates());
    this.style = options.style(console);
  }

  /** The forms of all verdicts. */
  enum CheckFormat {
    TEXT,
    JSON,
    JUNIT,
    SARIF,
    MARKDOWN,
    KTAP
  }

  /** The forms of counterexamples. */
  enum ExplainFormat {
    TEXT,
    MERMAID,
    SVG,
    JSON,
    ITF
  }

  /** All verdicts. */
  GrowingReport check(Batch batch, Check check, CheckFormat format, boolean verbose) {
    return switch (format) {
      case TEXT -> {
        GrowingReport report =
            new TextReport(templates, style)
                .growing(batch.inOrder(), check.wanted(), check.model().options());
        yield verbose ? new VerboseReport(report, style.width()) : report;
      }
      case JSON -> GrowingReport.whole(report -> JsonReport.render(report) + "\n");
      case JUNIT -> GrowingReport.whole(new JunitReport(templates)::render);
      case SARIF -> GrowingReport.whole(report -> SarifReport.render(report) + "\n");
      case MARKDOWN -> GrowingReport.whole(new MarkdownReport(templates)::summary);
      case KTAP ->
          GrowingReport.whole(
              report -> new KtapReport(templates).render(report, refused(batch.refusals())));
    };
  }

  /**
   * The verdicts on both sides of a diff. What has one side alone, as formats for CI do, has the
   * one that the diff leads to.
   */
  String across(DiffCheck.Done done, CheckFormat format, boolean verbose) {
    CheckReport after = done.after().report();
    return switch (format) {
      case TEXT -> text(done.before(), after, verbose);
      case JSON -> JsonReport.render(done.before(), after) + "\n";
      case JUNIT -> new JunitReport(templates).render(after);
      case SARIF -> SarifReport.render(after) + "\n";
      case MARKDOWN -> new MarkdownReport(templates).across(done.before(), after);
      case KTAP ->
          new KtapReport(templates).render(after, refused(done.after().batch().refusals()));
    };
  }

  private String text(CheckReport before, CheckReport after, boolean verbose) {
    return side("before", before, verbose)
        + side("after", after, verbose)
        + Changes.across(before, after).stream()
            .map(line -> style.wrap(line) + "\n")
            .collect(Collectors.joining());
  }

  private String side(String title, CheckReport report, boolean verbose) {
    if (report.strategies().isEmpty()) {
      return title + ": nothing to check\n\n";
    }
    GrowingReport page = GrowingReport.whole(this::page);
    String text = (verbose ? new VerboseReport(page, style.width()) : page).end(report);
    return title + "\n\n" + text + "\n";
  }

  /** All verdicts of one strategy, for people. */
  String page(CheckReport report) {
    return new TextReport(templates, style).render(report);
  }

  private static List<KtapReport.Refused> refused(List<Batch.Refusal> refusals) {
    return refusals.stream()
        .map(r -> new KtapReport.Refused(r.name(), r.problem().getMessage()))
        .toList();
  }

  /**
   * Prints the counterexamples, or why there are none. A format for a single counterexample leaves
   * its document out then, and the reason goes where it is in nobody's way.
   */
  void explain(CheckReport report, ExplainFormat format, boolean all, Console console) {
    switch (format) {
      case TEXT -> console.print(explanation(report, all));
      case JSON -> console.print(JsonReport.render(report) + "\n");
      case MERMAID ->
          single(report, format, console, v -> new Mermaid(templates).sequence(v.counterexample()));
      case SVG -> single(report, format, console, this::svg);
      case ITF -> single(report, format, console, v -> ItfReport.render(v) + "\n");
    }
  }

  private void single(
      CheckReport report, ExplainFormat format, Console console, Function<Violation, String> form) {
    SoleViolation.of(report, format)
        .ifPresentOrElse(
            violation -> console.print(form.apply(violation)),
            () -> console.err().print(explanation(report, true)));
  }

  private String svg(Violation violation) {
    return new PictureWriter(templates).svg(SequencePicture.of(violation.counterexample()));
  }

  private String explanation(CheckReport report, boolean all) {
    return new ExplainReport(new Columns(templates, style.width()), style, all).render(report);
  }
}
