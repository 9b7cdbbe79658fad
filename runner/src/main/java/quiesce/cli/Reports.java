package quiesce.cli;

import quiesce.emission.Templates;
import quiesce.report.ActionNames;
import quiesce.report.CheckReport;
import quiesce.report.ExplainReport;
import quiesce.report.Explainer;
import quiesce.report.JsonReport;
import quiesce.report.TextReport;
import quiesce.report.TextStyle;

/** The reports in the form that the options ask for. */
final class Reports {
  private final ModelOptions model;
  private final ReportOptions options;
  private final TextStyle style;
  private final Explainer explainer = new ActionNames();

  Reports(ModelOptions model, ReportOptions options, Console console) {
    this.model = model;
    this.options = options;
    this.style = options.style(console);
  }

  /** All verdicts. */
  String check(CheckReport report) {
    return options.json()
        ? new JsonReport(explainer).render(report) + "\n"
        : new TextReport(new Templates(model.templates()), style).render(report);
  }

  /** The counterexamples, or why there are none. */
  String explain(CheckReport report) {
    return options.json()
        ? check(report)
        : new ExplainReport(explainer, style.ascii()).render(report);
  }
}
