package quiesce.site;

import java.util.Locale;
import quiesce.report.Mark;
import quiesce.report.TextStyle;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.StrategyVerdicts;

/**
 * A verdict in little room, and in words for who does not see it.
 *
 * @param anchor of the verdict on the page of its strategy
 * @param kind a word for scripts and styles: {@code violated}, {@code not-applicable}
 * @param label all that the sign and its place say
 */
public record VerdictMark(
    String anchor, String memory, String kind, String sign, String label, boolean unexpected) {
  private static final TextStyle STYLE = new TextStyle(false, false);

  static VerdictMark of(StrategyVerdicts strategy, PropertyVerdict v) {
    Mark mark = Mark.of(v);
    String memory = strategy.subject().memory();
    return new VerdictMark(
        anchor(memory, v),
        memory,
        mark.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        mark.text(STYLE),
        mark.meaning() + " under " + memory + (v.unexpected() ? ", not as expected" : ""),
        v.unexpected());
  }

  /** The same for the verdict and for the page of its counterexample. */
  static String anchor(String memory, PropertyVerdict v) {
    return memory + "-" + v.property().title();
  }
}
