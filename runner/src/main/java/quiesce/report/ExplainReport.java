package quiesce.report;

import java.util.ArrayList;
import java.util.List;
import quiesce.explanation.Columns;
import quiesce.explanation.Explainer;
import quiesce.property.Property;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Verdict;

/** The counterexamples of a check, for people. */
public final class ExplainReport {
  private final Columns columns;

  public ExplainReport(Columns columns) {
    this.columns = columns;
  }

  /**
   * One part for each property that is violated, or was asked for alone: how it is violated, or
   * that it is not; in the end the bounds.
   */
  public String render(CheckReport report) {
    List<String> parts = new ArrayList<>();
    boolean everything = report.properties().size() == Property.values().length;
    for (StrategyVerdicts strategy : report.strategies()) {
      int before = parts.size();
      strategy.properties().stream()
          .filter(v -> !everything || v.verdict() instanceof Verdict.Violated || v.unknown())
          .forEach(v -> parts.add(part(strategy, v)));
      Sentences.neverTaken(strategy).forEach(parts::add);
      if (parts.size() == before) {
        parts.add(Sentences.name(strategy) + ": no property is violated");
      }
    }
    return String.join("\n\n", parts) + "\n\n" + report.bounds() + "\n";
  }

  private String part(StrategyVerdicts strategy, PropertyVerdict v) {
    String head = Sentences.name(strategy) + ": " + v.property().title();
    if (v.verdict() instanceof Verdict.Violated violated) {
      String text =
          columns.render(
              Explainer.explain(
                  strategy.subject().specification(), v.property(), violated.trace()));
      return head + " is violated\n\n" + text.stripTrailing();
    } else if (v.verdict() instanceof Verdict.NotApplicable n) {
      return head + " is not applicable: " + n.reason();
    } else if (v.verdict() instanceof Verdict.Unknown u) {
      return head + " is unknown: " + u.message();
    }
    return v.unexpected()
        ? Sentences.name(strategy) + ": " + Sentences.unexpected(v)
        : head + " holds: " + v.property().meaning();
  }
}
