package quiesce.report;

import java.util.LinkedHashMap;
import java.util.Map;
import quiesce.source.SourceFile;
import quiesce.source.Strategy;
import quiesce.verdict.StrategyVerdicts;

/**
 * A report that ends with what was set aside of the files.
 *
 * @param width the longest line
 */
public record VerboseReport(GrowingReport report, int width) implements GrowingReport {
  @Override
  public String head() {
    return report.head();
  }

  @Override
  public String decided(StrategyVerdicts verdicts) {
    return report.decided(verdicts);
  }

  @Override
  public String soFar() {
    return report.soFar();
  }

  @Override
  public String end(CheckReport whole) {
    StringBuilder text = new StringBuilder(report.end(whole));
    Map<SourceFile, Strategy> byFile = new LinkedHashMap<>();
    whole
        .strategies()
        .forEach(
            s -> {
              Strategy strategy = s.subject().program().strategy();
              byFile.putIfAbsent(strategy.file(), strategy);
            });
    byFile.forEach(
        (file, strategy) -> {
          String aside = SetAsideList.of(strategy, width);
          text.append(aside.isEmpty() ? "" : "\n" + file.name() + "\n" + aside);
        });
    return text.toString();
  }
}
