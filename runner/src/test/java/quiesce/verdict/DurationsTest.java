package quiesce.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({"90,PT90S", "60s,PT1M", "1.5s,PT1.5S", "5m,PT5M", "2h,PT2H", "250ms,PT0.25S"})
  void durationsAreReadAsUsersWriteThem(String text, Duration expected) {
    assertThat(Durations.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "0ms", "-1", "5 m", "5d", "1e3", "s", "99999999999"})
  void whatIsNoDurationIsRefused(String text) {
    assertThat(Durations.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"90,90 s", "2m,2 min", "250ms,250 ms"})
  void durationsAreWrittenAsPeopleReadThem(String text, String expected) {
    assertThat(Durations.text(Durations.parse(text).orElseThrow())).isEqualTo(expected);
  }
}
