package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quiesce.engine.jvm.TlcProcesses;

class InterruptionTest {
  private static final int SIGTERM = 128 + 15;

  @TempDir private Path directory;

  @Test
  void aCheckThatIsEndedLeavesNoTlcAndTheRowsSoFar() throws Exception {
    Path out = directory.resolve("out");
    Process process =
        check(
            out,
            "two-providers",
            "built-in",
            "--memory",
            "sc",
            "--cpus",
            "4",
            "--registrations",
            "4",
            "--jobs",
            "2");
    awaitText(process, out, "\nbuilt-in  ");
    List<ProcessHandle> tlc = TlcProcesses.under(process.toHandle());

    process.destroy();

    assertThat(process.waitFor()).isEqualTo(SIGTERM);
    tlc.forEach(child -> child.onExit().join());
    assertThat(Files.readString(out))
        .matches("(?s) +Null .*\nbuilt-in  .*")
        .doesNotContain("\ntwo-providers")
        .endsWith(
            "quiesce: interrupted, 1 of 2 checks are decided;"
                + " the same command with --resume continues\n");
  }

  @Test
  void tlcOnASmallCheckNoticesThatQuiesceWasKilled() throws Exception {
    Process process = check(directory.resolve("out"), "two-providers", "--memory", "weak");
    List<ProcessHandle> tlc = awaitTlc(process);

    process.destroyForcibly();

    for (ProcessHandle child : tlc) {
      child.onExit().get(2, TimeUnit.MINUTES);
    }
  }

  private static Process check(Path out, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Who is killed cannot remove what it has there.
                "-Djava.io.tmpdir=" + out.getParent(),
                "-cp",
                System.getProperty("java.class.path"),
                "quiesce.cli.Main",
                "check"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectErrorStream(true);
    builder.environment().putAll(Cli.ENVIRONMENT);
    return builder.start();
  }

  private static void awaitText(Process process, Path out, String text) throws Exception {
    while (!Files.readString(out).contains(text)) {
      assertThat(process.isAlive()).as("the check has ended: " + Files.readString(out)).isTrue();
      Thread.sleep(50);
    }
  }

  private static List<ProcessHandle> awaitTlc(Process process) throws InterruptedException {
    TlcProcesses.await(process.toHandle());
    // Not at its very beginning.
    Thread.sleep(500);
    return TlcProcesses.under(process.toHandle());
  }
}
