package quiesce.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import quiesce.engine.tlc.Reason;
import quiesce.format.Ktap;
import quiesce.golden.Golden;
import quiesce.template.Templates;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Verdict;

class KtapReportTest {
  private static final List<KtapReport.Refused> REFUSED =
      List.of(new KtapReport.Refused("#bad.c", "#bad.c:1:1: error: # SKIP\n    #\n    ^\n"));

  private final KtapReport report = new KtapReport(new Templates(Optional.empty()));
  private final String ktap = report.render(Samples.everything(), REFUSED);
  private final List<Ktap.Test> tests = Ktap.read(ktap);

  @Test
  void looksAsItDid() {
    Golden.check("quiesce/report/check.ktap", ktap);
  }

  @Test
  void isNotOkWhereTheVerdictIsNotAsExpected() {
    assertEnded("mixed", "NoNullDereference", false, "");
    assertEnded("mixed", "NoDereferenceAfterTeardown", false, "");
    assertEnded("mixed", "ReadersObserveNullAfterGracePeriod", false, "");
    assertEnded("mixed", "NoDeadlock", false, "");
    assertThat(Ktap.only(tests, "mixed").ok()).isFalse();
  }

  @Test
  void aVacuousPassIsNotOkAndNamesTheLines() {
    Ktap.Test vacuous = assertEnded("never-run", "NoNullDereference", false, "");

    assertThat(vacuous.data()).isEqualTo("holds vacuously");
    assertThat(vacuous.log())
        .contains("never-run (sc): never taken: sample() line 21: cbs->is_in_guest();");
  }

  @Test
  void aDeclaredViolationIsAnExpectedFailure() {
    assertEnded("mixed", "NoUseBeforeInit", true, "XFAIL");
    assertEnded("mixed", "PriorReadersComplete", true, "");
  }

  @Test
  void whatDoesNotApplyIsSkipped() {
    assertEnded("mixed", "NoWarning", true, "SKIP");
    Ktap.Test none =
        Ktap.only(
            Ktap.read(
                report.render(
                    Samples.report(Samples.strategy("n", 1, Map.of(), Samples.NOT_APPLICABLE)),
                    List.of())),
            "n");
    assertThat(none.ok()).isTrue();
    assertThat(none.directive()).isEqualTo("SKIP");
  }

  @Test
  void whatIsUnknownTimedOutOrHasAnError() {
    Ktap.Test late = assertEnded("too-large", "NoNullDereference", false, "TIMEOUT");
    assertThat(late.data()).isEqualTo("no verdict within 60 s");
    Verdict failed = new Verdict.Unknown(Reason.OTHER, "TLC fails\n# SKIP\nok 1 all");
    Ktap.Test error =
        Ktap.only(
                Ktap.read(
                    report.render(
                        Samples.report(Samples.strategy("n", 0, Map.of(), failed)), List.of())),
                "n")
            .subtest("NoNullDereference (sc)");
    assertThat(error.directive()).isEqualTo("ERROR");
    assertThat(error.data()).isEqualTo("TLC fails ...");
    assertThat(error.log()).containsExactly("TLC fails", "# SKIP", "ok 1 all");
  }

  @Test
  void aFileThatIsRefusedIsNotOk() {
    Ktap.Test bad = Ktap.only(tests, "\\u0023bad.c");

    assertThat(bad.ok()).isFalse();
    assertThat(bad.directive()).isEqualTo("ERROR");
    assertThat(bad.data()).isEqualTo("\\u0023bad.c:1:1: error: \\u0023 SKIP ...");
    assertThat(bad.log()).contains("#bad.c:1:1: error: # SKIP");
  }

  /** kunit.py takes "- " for a separator. */
  @Test
  void aNameIsNoMoreThanAName() {
    String text =
        report.render(
            Samples.report(Samples.strategy("- a # SKIP  b", 1, Map.of(), Samples.VIOLATED)),
            List.of());

    assertThat(Ktap.read(text))
        .extracting(Ktap.Test::name)
        .containsExactly("\\u002d a \\u0023 SKIP b");
    assertThat(Ktap.read(text)).extracting(Ktap.Test::ok).containsExactly(false);
  }

  @Test
  void memoryModelsAreBesideEachOther() {
    StrategyVerdicts sc = Samples.strategy("s", "sc", 1, Map.of(), Samples.HOLDS);
    StrategyVerdicts weak = Samples.strategy("s", "weak", 1, Map.of(), Samples.VIOLATED);

    Ktap.Test both = Ktap.only(Ktap.read(report.render(Samples.report(sc, weak), List.of())), "s");

    assertThat(both.subtests())
        .extracting(Ktap.Test::name)
        .startsWith("NoNullDereference (sc)", "NoNullDereference (weak)", "NoUseBeforeInit (sc)");
    assertThat(both.ok()).isFalse();
  }

  private Ktap.Test assertEnded(String strategy, String property, boolean ok, String directive) {
    Ktap.Test test = Ktap.only(tests, strategy).subtest(property + " (sc)");
    assertThat(test.ok()).isEqualTo(ok);
    assertThat(test.directive()).isEqualTo(directive);
    assertThat(test.data().isEmpty()).isEqualTo(ok && directive.isEmpty());
    return test;
  }
}
