package quiesce.format;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader that takes anything would show nothing about a document. */
class ReadersTest {
  private static final String SUITE =
      "<testsuite name='s' tests='1' failures='%s' errors='0'><testcase name='t'>%s</testcase>"
          + "</testsuite>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'version':'2.1.0','runs':[],'other':1}",
        "{'version':'2.0.0','runs':[]}",
        "{'version':'2.1.0','runs':[{}]}",
        "{'version':'2.1.0','runs':[{'tool':{'driver':{'name':'q'}},'results':[{}]}]}"
      })
  void whatIsNotSarifIsRefused(String json) {
    assertThatThrownBy(() -> Sarif.read(quoted(json))).isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'states':[]}",
        "{'vars':[],'states':[],'other':1}",
        "{'vars':['x'],'states':[{}]}",
        "{'vars':[],'states':[{'x':1}]}",
        "{'vars':['x'],'states':[{'x':1.5}]}",
        "{'vars':['x'],'states':[{'x':null}]}",
        "{'vars':['x'],'states':[{'x':9007199254740992}]}",
        "{'vars':['x'],'states':[{'x':{'#bigint':1}}]}",
        "{'vars':['x'],'states':[{'x':{'#map':[[1]]}}]}",
        "{'vars':['x'],'states':[{'x':{'#list':[]}}]}",
        "{'vars':['x'],'states':[{'x':1}],'loop':1}"
      })
  void whatIsNoTraceIsRefused(String json) {
    assertThatThrownBy(() -> Itf.read(quoted(json))).isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<other/>", "<skipped reason='none'/>", "<skipped>\u0001</skipped>", "&"})
  void whatIsNotJunitsXmlIsRefused(String content) {
    assertThatCode(() -> Junit.read(SUITE.formatted(0, "<skipped/>"))).doesNotThrowAnyException();
    assertThatThrownBy(() -> Junit.read(SUITE.formatted(0, content)))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> Junit.read(SUITE.formatted(1, "<skipped/>")))
        .isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "KTAP version 1",
        "KTAP version 1|1..1",
        "KTAP version 1|1..1|ok 2 a",
        "KTAP version 1|1..1|ok 1 a|ok 2 b",
        "KTAP version 1|1..1|ok 1 a|unknown",
        "KTAP version 1|1..1|ok 1 a # b # c|ok",
        "KTAP version 1|1..1|ok 1 a # TIMEOUT 1 s",
        "KTAP version 1|1..1|not ok 1 a # XFAIL",
        "KTAP version 1|1..1|  KTAP version 1|  # Subtest: a|  1..1|  ok 1 b|not ok 1 a",
        "KTAP version 1|1..1|  KTAP version 1|  # Subtest: c|  1..1|  ok 1 b|ok 1 a",
        "KTAP version 1|1..1|  KTAP version 1|  1..1|ok 1 b|ok 1 a"
      })
  void whatIsNotKtapIsRefused(String lines) {
    assertThatThrownBy(() -> Ktap.read(lines.replace('|', '\n') + "\n"))
        .isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<script>", "a <b>", "[a](b)"})
  void whatIsMoreThanTextIsRefused(String markdown) {
    assertThatThrownBy(() -> Markdown.read(markdown)).isInstanceOf(AssertionError.class);
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }
}
