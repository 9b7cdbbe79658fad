package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptionTest {
  private static final int SIGTERM = 128 + 15;

  @TempDir private Path directory;

  @Test
  void aCheckThatIsEndedLeavesNoTlcAndNoReport() throws Exception {
    Path out = directory.resolve("out");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "quiesce.cli.Main",
                "check",
                "two-providers",
                "--memory",
                "sc",
                "--cpus",
                "4",
                "--registrations",
                "4")
            .redirectOutput(out.toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(Cli.ENVIRONMENT);
    Process process = builder.start();
    List<ProcessHandle> tlc = awaitTlc(process);

    process.destroy();

    assertThat(process.waitFor()).isEqualTo(SIGTERM);
    tlc.forEach(child -> child.onExit().join());
    assertThat(Files.readString(out)).isEmpty();
  }

  private static List<ProcessHandle> awaitTlc(Process process) throws InterruptedException {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
    while (process.descendants().findAny().isEmpty()) {
      assertThat(process.isAlive()).isTrue();
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(50);
    }
    // Not at its very beginning.
    Thread.sleep(500);
    return process.descendants().toList();
  }
}
