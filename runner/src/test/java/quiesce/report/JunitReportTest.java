package quiesce.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import quiesce.format.Junit;
import quiesce.golden.Golden;
import quiesce.template.Templates;

class JunitReportTest {
  private final String xml =
      new JunitReport(new Templates(Optional.empty())).render(Samples.everything());
  private final Document document = Junit.read(xml);

  @Test
  void looksAsItDid() {
    Golden.check("quiesce/report/check-junit.xml", xml);
  }

  @Test
  void aCaseFailsWhereTheVerdictIsNotAsExpected() {
    assertEnded("mixed", "NoNullDereference", "failure", "violated");
    assertEnded("mixed", "NoDereferenceAfterTeardown", "failure", "holds");
    assertEnded("mixed", "ReadersObserveNullAfterGracePeriod", "failure", "violated");
    assertEnded("mixed", "NoDeadlock", "failure", "not-applicable");
    assertEnded("never-run", "NoNullDereference", "failure", "holds");
    assertThat(Junit.only(testCase("never-run", "NoNullDereference")).getTextContent())
        .contains("never taken: sample() line 21: cbs->is_in_guest();");
  }

  @Test
  void aDeclaredViolationAndAnythingThatHoldsPass() {
    assertThat(Junit.only(testCase("mixed", "NoUseBeforeInit")).getTagName())
        .isEqualTo("system-out");
    assertThat(testCase("mixed", "PriorReadersComplete").hasChildNodes()).isFalse();
  }

  @Test
  void whatDoesNotApplyIsSkippedAndWhatIsUnknownAnError() {
    assertEnded("mixed", "NoWarning", "skipped", "not-applicable");
    assertEnded("mixed", "SingleProvider", "skipped", "not-applicable");
    assertEnded("too-large", "NoNullDereference", "error", "unknown");
    assertThat(Junit.only(testCase("too-large", "NoNullDereference")).getAttribute("message"))
        .isEqualTo("no verdict within 60 s");
  }

  private void assertEnded(String strategy, String property, String element, String type) {
    Element outcome = Junit.only(testCase(strategy, property));
    assertThat(outcome.getTagName()).isEqualTo(element);
    assertThat(outcome.getAttribute("type")).isEqualTo(type);
    assertThat(outcome.getAttribute("message")).isNotEmpty();
  }

  private Element testCase(String strategy, String property) {
    return Junit.testCase(document, strategy + " (sc)", property);
  }
}
