package quiesce.cli;

import quiesce.emission.Templates;
import quiesce.explanation.Columns;
import quiesce.report.CheckReport;
import quiesce.report.ExplainReport;
import quiesce.report.JsonReport;
import quiesce.report.TextReport;
import quiesce.report.TextStyle;

/** The reports in the form that the options ask for. */
final class Reports {

  private final ReportOptions options;
  private final TextStyle style;
  private final Templates templates;

  Reports(ModelOptions model, ReportOptions options, Console console) {
    this.templates = new Templates(model.templates());
    this.options = options;
    this.style = options.style(console);
  }

  /** All verdicts. */
  String check(CheckReport report) {
    return options.json()
        ? JsonReport.render(report) + "\n"
        : new TextReport(templates, style).render(report);
  }

  /** The counterexamples, or why there are none. */
  String explain(CheckReport report) {
    return options.json()
        ? check(report)
        : new ExplainReport(new Columns(templates)).render(report);
  }
}
