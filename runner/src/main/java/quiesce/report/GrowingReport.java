package quiesce.report;

import java.util.function.Function;
import quiesce.verdict.StrategyVerdicts;

/** A report that is printed while the check runs, as far as it can be. */
public interface GrowingReport {
  /** What comes before all verdicts. */
  String head();

  /** What can be printed now that one more strategy is decided. */
  String decided(StrategyVerdicts verdicts);

  /** What was held back until now, for a check that ends early. */
  String soFar();

  /** The rest. */
  String end(CheckReport report);

  /** One that is printed at the end or not at all. */
  static GrowingReport whole(Function<CheckReport, String> form) {
    return new Whole(form);
  }

  /** Says nothing before the end. */
  record Whole(Function<CheckReport, String> form) implements GrowingReport {
    @Override
    public String head() {
      return "";
    }

    @Override
    public String decided(StrategyVerdicts verdicts) {
      return "";
    }

    @Override
    public String soFar() {
      return "";
    }

    @Override
    public String end(CheckReport report) {
      return form.apply(report);
    }
  }
}
