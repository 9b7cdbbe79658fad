package quiesce.report;

import static org.assertj.core.api.Assertions.assertThat;
import static quiesce.report.Samples.HOLDS;
import static quiesce.report.Samples.VIOLATED;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quiesce.format.Golden;
import quiesce.format.Sarif;
import quiesce.verdict.StrategyVerdicts;

class SarifReportTest {
  private final String json = SarifReport.render(Samples.everything());
  private final JsonNode document = Sarif.read(json);

  @Test
  void looksAsItDid() {
    Golden.assertGolden(
        "report/check.sarif", json.replace('"' + Version.current() + '"', "\"VERSION\"") + "\n");
  }

  @Test
  void whatIsNotAsExpectedIsAnErrorAndADeclaredViolationASuppressedNote() {
    assertThat(document.at("/runs/0/results"))
        .extracting(r -> r.get("ruleId").textValue() + " " + r.get("level").textValue())
        .containsExactly(
            "NoNullDereference error",
            "NoUseBeforeInit note",
            "NoDereferenceAfterTeardown error",
            "ReadersObserveNullAfterGracePeriod error",
            "NoDeadlock error",
            "NoNullDereference error");
    assertThat(Sarif.result(document, "NoUseBeforeInit").at("/suppressions/0/kind").textValue())
        .isEqualTo("inSource");
    assertThat(Sarif.result(document, "NoDeadlock").has("suppressions")).isFalse();
  }

  @Test
  void aResultNamesItsRuleByPlaceToo() {
    JsonNode rules = document.at("/runs/0/tool/driver/rules");
    assertThat(document.at("/runs/0/results"))
        .allMatch(r -> rules.get(r.get("ruleIndex").intValue()).get("id").equals(r.get("ruleId")));
  }

  @Test
  void stepsThatAreNeverTakenAreTheLinesOfAVacuousPass() {
    JsonNode vacuous = document.at("/runs/0/results/5");

    assertThat(vacuous.at("/locations/0/physicalLocation/region/startLine").intValue())
        .isEqualTo(21);
    assertThat(vacuous.at("/relatedLocations/0/message/text").textValue())
        .isEqualTo("never taken: sample() line 21: cbs->is_in_guest();");
  }

  @Test
  void whatIsUnknownMakesTheRunAFailedOne() {
    JsonNode invocation = document.at("/runs/0/invocations/0");

    assertThat(invocation.get("executionSuccessful").booleanValue()).isFalse();
    assertThat(invocation.at("/toolExecutionNotifications/0/message/text").textValue())
        .isEqualTo("too-large (sc): NoNullDereference is unknown: no verdict within 60 s");
    assertThat(
            Sarif.read(
                    SarifReport.render(Samples.report(Samples.strategy("s", 1, Map.of(), HOLDS))))
                .at("/runs/0/invocations/0/executionSuccessful")
                .booleanValue())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ./a/../mine       | mine.c
          ../other          | ../other.c
          a b#c?d%e         | a%20b%23c%3Fd%25e.c
          c:/ä\u202e<x>     | c%3A/%C3%A4%E2%80%AE%3Cx%3E.c
          /elsewhere/x y    | file:///elsewhere/x%20y.c
          """)
  void aFileIsAUri(String name, String uri) {
    assertThat(uri(name)).isEqualTo(uri);
  }

  @Test
  void aFileBelowTheWorkingDirectoryIsRelativeToIt() {
    assertThat(uri(Path.of("src", "x").toAbsolutePath().toString())).isEqualTo("src/x.c");
  }

  private static String uri(String name) {
    return Sarif.read(SarifReport.render(Samples.report(strategy(name))))
        .at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
        .textValue();
  }

  private static StrategyVerdicts strategy(String name) {
    return Samples.strategy(name, 1, Map.of(), VIOLATED);
  }
}
