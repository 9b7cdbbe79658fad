package quiesce.cli;

import java.util.function.Function;
import quiesce.emission.Templates;
import quiesce.explanation.Columns;
import quiesce.report.CheckReport;
import quiesce.report.ExplainReport;
import quiesce.report.ItfReport;
import quiesce.report.JsonReport;
import quiesce.report.JunitReport;
import quiesce.report.MarkdownReport;
import quiesce.report.SarifReport;
import quiesce.report.TextReport;
import quiesce.report.TextStyle;
import quiesce.report.Violation;

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
    MARKDOWN
  }

  /** The forms of counterexamples. */
  enum ExplainFormat {
    TEXT,
    JSON,
    ITF
  }

  /** All verdicts. */
  String check(CheckReport report, CheckFormat format) {
    return switch (format) {
      case TEXT -> new TextReport(templates, style).render(report);
      case JSON -> JsonReport.render(report) + "\n";
      case JUNIT -> new JunitReport(templates).render(report);
      case SARIF -> SarifReport.render(report) + "\n";
      case MARKDOWN -> new MarkdownReport(templates).summary(report);
    };
  }

  /**
   * Prints the counterexamples, or why there are none. A format for a single counterexample leaves
   * its document out then, and the reason goes where it is in nobody's way.
   */
  void explain(CheckReport report, ExplainFormat format, Console console) {
    switch (format) {
      case TEXT -> console.print(explanation(report));
      case JSON -> console.print(check(report, CheckFormat.JSON));
      case ITF -> single(report, format, console, v -> ItfReport.render(v) + "\n");
    }
  }

  private void single(
      CheckReport report, ExplainFormat format, Console console, Function<Violation, String> form) {
    SoleViolation.of(report, format)
        .ifPresentOrElse(
            violation -> console.print(form.apply(violation)),
            () -> console.err().print(explanation(report)));
  }

  private String explanation(CheckReport report) {
    return new ExplainReport(new Columns(templates)).render(report);
  }
}
