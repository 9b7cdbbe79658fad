package quiesce.cli;

import quiesce.diagram.Mermaid;
import quiesce.diagram.PictureWriter;
import quiesce.diagram.SequencePicture;
import quiesce.emission.Templates;
import quiesce.explanation.Columns;
import quiesce.report.CheckReport;
import quiesce.report.ExplainReport;
import quiesce.report.JsonReport;
import quiesce.report.OneCounterexample;
import quiesce.report.TextReport;
import quiesce.report.TextStyle;

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
    JSON
  }

  /** The forms of counterexamples. */
  enum ExplainFormat {
    TEXT,
    MERMAID,
    SVG,
    JSON
  }

  /** All verdicts. */
  String check(CheckReport report, CheckFormat format) {
    return switch (format) {
      case TEXT -> new TextReport(templates, style).render(report);
      case JSON -> JsonReport.render(report) + "\n";
    };
  }

  /** The counterexamples, or why there are none; nothing where a drawing would show none. */
  String explain(CheckReport report, ExplainFormat format) {
    return switch (format) {
      case TEXT -> new ExplainReport(new Columns(templates)).render(report);
      case MERMAID -> OneCounterexample.of(report).map(new Mermaid(templates)::sequence).orElse("");
      case SVG ->
          OneCounterexample.of(report)
              .map(SequencePicture::of)
              .map(new PictureWriter(templates)::svg)
              .orElse("");
      case JSON -> check(report, CheckFormat.JSON);
    };
  }
}
