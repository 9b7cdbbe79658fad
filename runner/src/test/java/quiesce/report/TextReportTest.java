package quiesce.report;

import static org.assertj.core.api.Assertions.assertThat;
import static quiesce.report.Samples.HOLDS;
import static quiesce.report.Samples.UNKNOWN;
import static quiesce.report.Samples.VACUOUS;
import static quiesce.report.Samples.VIOLATED;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import quiesce.golden.Golden;
import quiesce.property.Property;
import quiesce.template.Templates;
import quiesce.verdict.Expectation;
import quiesce.verdict.StrategyVerdicts;

/** With -Dgolden.update=true, writes the golden files anew. */
class TextReportTest {
  private static final TextStyle UNICODE = new TextStyle(false, false);
  private static final TextStyle ASCII = new TextStyle(true, false);
  private static final StrategyVerdicts MIXED =
      Samples.strategy(
          "mixed",
          1234567,
          Map.of(
              Property.NO_NULL_DEREFERENCE, Expectation.HOLDS,
              Property.NO_USE_BEFORE_INIT, Expectation.VIOLATED,
              Property.NO_DEREFERENCE_AFTER_TEARDOWN, Expectation.VIOLATED,
              Property.NO_DEADLOCK, Expectation.HOLDS),
          VIOLATED,
          VIOLATED,
          HOLDS,
          VIOLATED);

  @Test
  void manyStrategiesMakeAMatrix() {
    CheckReport report =
        Samples.report(
            Samples.strategy("safe", 89, Map.of(), HOLDS, HOLDS),
            MIXED,
            Samples.strategy("never-run", 13, Map.of(), VACUOUS, VACUOUS),
            Samples.strategy("too-large", 0, Map.of(), VIOLATED, UNKNOWN, UNKNOWN));

    assertGolden("matrix-unicode.txt", report, UNICODE);
    assertGolden("matrix-ascii.txt", report, ASCII);
  }

  @Test
  void aSingleStrategyMakesAPage() {
    assertGolden("page-unicode.txt", Samples.report(MIXED), UNICODE);
    assertGolden(
        "page-vacuous.txt",
        Samples.report(Samples.strategy("never-run", 13, Map.of(), VACUOUS, HOLDS)),
        ASCII);
  }

  @Test
  void memoryModelsStandSideBySideInAMatrixAndOneAfterTheOtherOnPages() {
    Map<Property, Expectation> expected = Map.of(Property.NO_USE_BEFORE_INIT, Expectation.HOLDS);
    StrategyVerdicts strong = Samples.strategy("safe", "sc", 89, expected, HOLDS, HOLDS);
    StrategyVerdicts weak = Samples.strategy("safe", "weak", 1234, expected, HOLDS, VIOLATED);

    CheckReport both =
        Samples.report(
            strong,
            weak,
            Samples.strategy("other", "sc", 17, Map.of(), HOLDS),
            Samples.strategy("other", "weak", 0, Map.of(), UNKNOWN));
    assertGolden("matrix-models-unicode.txt", both, UNICODE);
    assertGolden("page-models.txt", Samples.report(strong, weak), UNICODE);
  }

  @Test
  void coloursChangeNothingElse() {
    CheckReport report = Samples.report(MIXED, Samples.strategy("safe", 89, Map.of(), HOLDS));

    String coloured = render(report, new TextStyle(false, true));

    assertThat(coloured).contains("\u001b[31m✗");
    assertThat(coloured.replaceAll("\u001b\\[\\d+m", "").lines().map(String::stripTrailing))
        .containsExactlyElementsOf(render(report, UNICODE).lines().toList());
  }

  private static String render(CheckReport report, TextStyle style) {
    return new TextReport(new Templates(Optional.empty()), style).render(report);
  }

  private static void assertGolden(String name, CheckReport report, TextStyle style) {
    String text = render(report, style);
    Golden.check("quiesce/report/" + name, text);
    assertThat(text.lines()).allMatch(line -> line.length() <= 100);
  }
}
