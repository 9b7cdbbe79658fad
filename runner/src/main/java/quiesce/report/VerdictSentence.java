package quiesce.report;

import quiesce.explanation.Explainer;
import quiesce.property.Property;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Verdict;

/** One verdict in one sentence. */
public final class VerdictSentence {
  private VerdictSentence() {}

  /** For example {@code rcu (weak): NoDeadlock holds: nothing waits for ...}. */
  public static String of(StrategyVerdicts strategy, Property property) {
    PropertyVerdict v = verdict(strategy, property);
    String head = Sentences.name(strategy) + ": " + property.title();
    if (v.verdict() instanceof Verdict.Violated violated) {
      String outcome =
          Explainer.explain(violated.specification(), property, violated.trace()).outcome();
      return head + " is violated" + Sentences.cpus(violated) + ": " + outcome;
    } else if (v.verdict() instanceof Verdict.NotApplicable n) {
      return head + " is not applicable: " + n.reason();
    } else if (v.verdict() instanceof Verdict.Unknown u) {
      return head + " is unknown: " + u.message();
    } else if (v.verdict() instanceof Verdict.Holds h && h.vacuous()) {
      return head + " holds vacuously, this is never done: " + h.neverTaken().get(0).text();
    }
    return head + " holds: " + property.meaning();
  }

  /** The verdict on a property that was asked for. */
  public static PropertyVerdict verdict(StrategyVerdicts strategy, Property property) {
    return strategy.properties().stream()
        .filter(v -> v.property() == property)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not checked: " + property));
  }
}
