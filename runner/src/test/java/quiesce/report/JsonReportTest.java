package quiesce.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonReportTest {
  @Test
  void whatIsUnknownOrVacuousSaysWhy() throws IOException {
    CheckReport report =
        Samples.report(
            Samples.strategy("s", 13, Map.of(), Samples.UNKNOWN, Samples.VACUOUS, Samples.HOLDS));

    JsonNode results = new ObjectMapper().readTree(JsonReport.render(report)).get("results");

    assertThat(results.get(0).get("verdict").textValue()).isEqualTo("unknown");
    assertThat(results.get(0).get("reason").textValue()).isEqualTo("no verdict within 60 s");
    assertThat(results.get(0).get("expected").isNull()).isTrue();
    assertThat(results.get(1).get("verdict").textValue()).isEqualTo("holds");
    assertThat(results.get(1).get("vacuous").toString())
        .isEqualTo(
            "[{\"function\":\"sample\",\"line\":21,\"source\":\"cbs->is_in_guest();\"},"
                + "{\"function\":\"provider\",\"line\":0,\"source\":\"\"}]");
    assertThat(results.get(2).has("vacuous")).isFalse();
    assertThat(results.get(2).get("states").toString())
        .isEqualTo("{\"generated\":26,\"distinct\":13,\"depth\":5}");
    assertThat(results.get(2).get("seconds").doubleValue()).isEqualTo(1.5);
  }
}
