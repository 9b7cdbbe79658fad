package quiesce.report;

import static org.assertj.core.api.Assertions.assertThat;
import static quiesce.report.Samples.HOLDS;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import quiesce.verdict.Forecast;
import quiesce.verdict.Subject;

class StatusTest {
  private final Subject rcu = Samples.strategy("rcu", 1, Map.of(), HOLDS).subject();
  private final Subject two = Samples.strategy("two", 1, Map.of(), HOLDS).subject();

  @Test
  void whatRunsIsNamedTheLongestFirstWithItsStates() {
    Status status = new Status(63);
    status.begun(two, Duration.ofSeconds(3));
    status.begun(rcu, Duration.ofSeconds(60));
    status.progress(
        two,
        new Forecast.Reading(
            Duration.ofSeconds(50),
            1_009_789,
            225_472,
            Optional.of(2900.4),
            true,
            Optional.empty()));
    status.done(2);

    assertThat(status.line(Duration.ofSeconds(65)))
        .isEqualTo(
            "[2/63] 1:05 | two (sc) 1:02, 1,009,789 states, 225,472 queued and growing,"
                + " 2,900 a second | rcu (sc) 0:05");

    status.done(two);
    assertThat(status.line(Duration.ofSeconds(3725)))
        .isEqualTo("[2/63] 1:02:05 | rcu (sc) 1:01:05");
  }

  @Test
  void whileTheQueueShrinksThereIsATimeThatItTakesAtLeast() {
    Status status = new Status(1);
    status.begun(rcu, Duration.ZERO);
    status.progress(
        rcu,
        new Forecast.Reading(
            Duration.ofSeconds(9),
            2000,
            100,
            Optional.of(1.0),
            false,
            Optional.of(Duration.ofSeconds(100))));

    assertThat(status.line(Duration.ofSeconds(10)))
        .isEqualTo(
            "[0/1] 0:10 | rcu (sc) 0:10, 2,000 states, 100 queued, 1 a second, at least 1:40 left");
  }
}
