package quiesce.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quiesce.engine.tlc.State;
import quiesce.engine.tlc.Trace;
import quiesce.engine.tlc.ValueParser;
import quiesce.format.Itf;

class ItfReportTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          -5                         ; {"#bigint":"-5"}
          9223372036854775807        ; {"#bigint":"9223372036854775807"}
          TRUE                       ; true
          "at \\"x\\""               ; "at \\"x\\""
          NULL                       ; "NULL"
          null                       ; {"#unserializable":"null"}
          {a, b}                     ; {"#set":["a","b"]}
          1 .. 3                     ; {"#set":[{"#bigint":"1"},{"#bigint":"2"},{"#bigint":"3"}]}
          1 .. 3000                  ; {"#unserializable":"1..3000"}
          <<>>                       ; []
          <<a, {}>>                  ; ["a",{"#set":[]}]
          [at |-> "idle", n |-> 1]   ; {"at":"idle","n":{"#bigint":"1"}}
          (a :> 1 @@ <<b, c>> :> {}) ; {"#map":[["a",{"#bigint":"1"}],[["b","c"],{"#set":[]}]]}
          """)
  void everyKindOfValueHasItsForm(String tla, String json) {
    JsonNode value = ItfValue.of(ValueParser.parse(tla));

    assertThat(value.toString()).isEqualTo(json);
    Itf.expression(value);
  }

  @Test
  void aLassoTurnsBackToAStateAndOneThatStuttersToItsLast() {
    assertThat(loop(new Trace.GoesBack(2, Optional.of("Next")))).hasValue(1);
    assertThat(loop(new Trace.Stutters())).hasValue(2);
    assertThat(loop(new Trace.Stops())).isEmpty();
  }

  /** Of three states. */
  private static OptionalInt loop(Trace.End end) {
    List<State> states =
        IntStream.rangeClosed(1, 3)
            .mapToObj(n -> new State(n, Optional.of("Next"), Map.of()))
            .toList();
    return ItfReport.loop(new Trace(states, end));
  }
}
