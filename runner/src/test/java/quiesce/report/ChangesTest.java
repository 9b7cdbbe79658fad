package quiesce.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import quiesce.verdict.Verdict;

class ChangesTest {
  @Test
  void whatMovesIsALineWithItsModels() {
    CheckReport before = report(Samples.VIOLATED, Samples.HOLDS);
    CheckReport now = report(Samples.HOLDS, Samples.VACUOUS);

    assertThat(Changes.of(before, now))
        .containsExactly(
            "changed: NoNullDereference (sc): holds now, violated before",
            "changed: NoNullDereference (weak): vacuous now, holds before");
  }

  @Test
  void theSameMoveUnderEveryModelIsOneLine() {
    assertThat(
            Changes.of(
                report(Samples.HOLDS, Samples.HOLDS), report(Samples.UNKNOWN, Samples.UNKNOWN)))
        .containsExactly("changed: NoNullDereference: unknown now, holds before");
  }

  @Test
  void whereNothingMovesOneLineSaysSo() {
    CheckReport report = report(Samples.VIOLATED, Samples.HOLDS);

    assertThat(Changes.of(report, report)).containsExactly("unchanged: every verdict is as before");
  }

  @Test
  void aStrategyOfOneSideOfADiffIsNamed() {
    CheckReport both =
        Samples.report(
            Samples.strategy("s", "sc", 1, Map.of(), Samples.HOLDS),
            Samples.strategy("t", "sc", 1, Map.of(), Samples.HOLDS));
    CheckReport one = Samples.report(Samples.strategy("s", "sc", 1, Map.of(), Samples.VIOLATED));

    assertThat(Changes.across(one, both))
        .containsExactly(
            "changed: s: NoNullDereference: violated before, holds after", "only after: t");
    assertThat(Changes.across(Samples.report(), one)).containsExactly("only after: s");
  }

  private static CheckReport report(Verdict sc, Verdict weak) {
    return Samples.report(
        Samples.strategy("s", "sc", 1, Map.of(), sc),
        Samples.strategy("s", "weak", 1, Map.of(), weak));
  }
}
