package quiesce.report;

import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.Verdict;

/** How a verdict is shown in little room. */
public enum Mark {
  HOLDS("✓", "ok", "32", "holds"),
  VIOLATED("✗", "FAIL", "31", "violated"),
  NOT_APPLICABLE("–", "n/a", "", "not applicable"),
  UNKNOWN("?", "?", "33", "unknown"),
  VACUOUS("∅", "vac", "33", "vacuous");

  private final String unicode;
  private final String ascii;
  private final String colour;
  private final String meaning;

  Mark(String unicode, String ascii, String colour, String meaning) {
    this.unicode = unicode;
    this.ascii = ascii;
    this.colour = colour;
    this.meaning = meaning;
  }

  public static Mark of(PropertyVerdict verdict) {
    Verdict v = verdict.verdict();
    if (v instanceof Verdict.Holds holds) {
      return holds.vacuous() ? VACUOUS : HOLDS;
    } else if (v instanceof Verdict.Violated) {
      return VIOLATED;
    }
    return v instanceof Verdict.NotApplicable ? NOT_APPLICABLE : UNKNOWN;
  }

  public String text(TextStyle style) {
    return style.ascii() ? ascii : unicode;
  }

  /** Parameters of the escape sequence; empty for none. */
  String colour() {
    return colour;
  }

  public String meaning() {
    return meaning;
  }
}
