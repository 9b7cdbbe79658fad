package quiesce.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import quiesce.module.Options;
import quiesce.template.Templates;
import quiesce.verdict.StrategyVerdicts;

/** A single strategy: its verdict is the first line, so all comes at once. */
record GrowingPage(
    Templates templates, TextStyle style, List<Options> options, List<StrategyVerdicts> decided)
    implements GrowingReport {

  @Override
  public String head() {
    return "";
  }

  @Override
  public String decided(StrategyVerdicts verdicts) {
    decided.add(verdicts);
    return "";
  }

  /** The memory models that are decided. */
  @Override
  public String soFar() {
    List<String> models = options.stream().map(Options::memory).toList();
    List<StrategyVerdicts> inOrder = new ArrayList<>(decided);
    inOrder.sort(Comparator.comparing(s -> models.indexOf(s.subject().memory())));
    return inOrder.isEmpty() ? "" : end(new CheckReport(options, "TLC", inOrder));
  }

  @Override
  public String end(CheckReport report) {
    return TextReport.trimmed(
        templates.render("report/strategy.ftl", Map.of("page", PageModel.of(report, style))));
  }
}
