package quiesce.report;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.Verdict;

/** How a verdict is shown in little room. */
public enum Mark {
  HOLDS("✓", "ok", "+", "32", "holds"),
  VIOLATED("✗", "FAIL", "X", "31", "violated"),
  NOT_APPLICABLE("–", "n/a", "-", "", "not applicable"),
  UNKNOWN("?", "?", "?", "33", "unknown"),
  VACUOUS("∅", "vac", "v", "33", "vacuous");

  private final String unicode;
  private final String ascii;
  private final String narrow;
  private final String colour;
  private final String meaning;

  Mark(String unicode, String ascii, String narrow, String colour, String meaning) {
    this.unicode = unicode;
    this.ascii = ascii;
    this.narrow = narrow;
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

  /** The mark of a verdict, and whether somebody should look at it, in a cell. */
  static String cell(PropertyVerdict verdict, TextStyle style, int width) {
    Mark mark = of(verdict);
    return style.paint(mark.text(style) + (verdict.unexpected() ? "!" : ""), mark, width);
  }

  /** What the marks mean that occur. */
  static List<String> key(List<PropertyVerdict> verdicts, TextStyle style) {
    return key(verdicts, mark -> mark.text(style));
  }

  /** The same for the form in which they are shown. */
  static List<String> key(List<PropertyVerdict> verdicts, Function<Mark, String> shown) {
    Set<Mark> used = verdicts.stream().map(Mark::of).collect(Collectors.toSet());
    Stream<String> marks =
        Arrays.stream(values()).filter(used::contains).map(m -> shown.apply(m) + " " + m.meaning());
    boolean any = verdicts.stream().anyMatch(PropertyVerdict::unexpected);
    return Stream.concat(marks, any ? Stream.of("! not as expected") : Stream.of()).toList();
  }

  public String text(TextStyle style) {
    return style.ascii() ? ascii : unicode;
  }

  /** The same in one character. */
  String narrow(TextStyle style) {
    return style.ascii() ? narrow : unicode;
  }

  /** Parameters of the escape sequence; empty for none. */
  String colour() {
    return colour;
  }

  public String meaning() {
    return meaning;
  }
}
