package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressLogTest {
  @Test
  void whileNothingIsDoneALineComesNowAndThenAndMoreSeldomEachTime() {
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            null, new PrintWriter(new StringWriter()), new PrintWriter(err), Map.of(), false);

    try (ProgressLog log = new ProgressLog(console, 5)) {
      for (int minute = 0; minute < 100; minute++) {
        log.tick(Duration.ofMinutes(minute));
      }
    }

    assertThat(err.toString())
        .isEqualTo("[0/5] 1:00\n[0/5] 3:00\n[0/5] 7:00\n[0/5] 15:00\n[0/5] 31:00\n[0/5] 1:03:00\n");
  }
}
