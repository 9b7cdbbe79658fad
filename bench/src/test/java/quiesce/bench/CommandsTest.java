package quiesce.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
  @TempDir private Path directory;

  @Test
  void theProcessorsTimeOfChildrenCounts() {
    String busy = "for ((i = 0; i < 300000; i++)); do :; done";
    Timed timed =
        commands().run(List.of(0), List.of("bash", "-c", "bash -c '" + busy + "'; sleep 0.3"));

    assertThat(timed.cpuSeconds()).isBetween(0.05, timed.seconds() - 0.25);
  }

  @Test
  void outputIsWhatTheCommandWrote() {
    Timed timed =
        commands().run(List.of(3), List.of("bash", "-c", "echo out; echo no >&2; exit 3"));

    assertThat(timed.output()).isEqualTo("out\n");
    assertThat(timed.exit()).isEqualTo(3);
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void anotherEndIsAnError() {
    assertThatThrownBy(
            () -> commands().run(List.of(0), List.of("bash", "-c", "echo why >&2; exit 3")))
        .hasMessageContaining("ended with 3")
        .hasMessageContaining("why");
  }

  @Test
  void whatContainsABuildIsNoMeasurement() {
    assertThatThrownBy(
            () ->
                commands()
                    .run(
                        List.of(0),
                        List.of("bash", "-c", "echo 'quiesce: building, which takes' >&2")))
        .hasMessageContaining("a source has changed");
  }

  private Commands commands() {
    return new Commands(directory, Map.of());
  }
}
