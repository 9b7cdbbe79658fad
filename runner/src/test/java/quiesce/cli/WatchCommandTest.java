package quiesce.cli;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quiesce.engine.jvm.TlcProcesses;

/**
 * With TLC, and without pauses: each step waits for what the step before it makes quiesce print.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WatchCommandTest {
  private static final int SIGTERM = 128 + 15;
  private static final String[] ONE = {"--memory", "sc", "--property", "Tear"};

  @TempDir private Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final PipedOutputStream keys = new PipedOutputStream();
  private int seen;

  @Test
  void eachSaveIsAnsweredUntilSomebodyQuits() throws Exception {
    String unsafe = Files.readString(Path.of(Cli.strategy("no-wait.c")));
    Path file = Files.writeString(directory.resolve("mine.c"), unsafe);
    FutureTask<Integer> watching = watch(file.toString(), ONE);
    assertThat(next("as expected")).contains("-- " + file + " --", "\nunsafe: use after teardown");

    String safe = safe();
    Path beside = Files.writeString(directory.resolve("mine.c.new"), safe);
    Files.move(beside, file, REPLACE_EXISTING);
    assertThat(next("changed: "))
        .contains("\nNoDereferenceAfterTeardown")
        .contains("changed: NoDereferenceAfterTeardown: holds now, violated before");

    Files.writeString(file, safe + "int x\n");
    assertThat(next("help: ")).contains("error: ").doesNotContain("changed: ");

    Files.delete(file);
    assertThat(next("no such file")).contains("quiesce: " + file + ": no such file");

    Files.writeString(file, "/* the same in other words */\n" + safe);
    assertThat(next("unchanged: ")).contains("unchanged: every verdict is as before");

    keys.write('q');
    keys.flush();
    assertThat(watching.get()).isZero();
    assertThat(out.toString()).doesNotContain("\u001b", "\r");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aSaveDuringACheckStartsItOverAndSigtermLeavesNobody() throws Exception {
    Path file = directory.resolve("mine.c");
    Files.writeString(file, Cli.run("show", "two-providers", "--source").out());
    Path log = directory.resolve("log");
    Process process = process(log, file, "--memory", "sc", "--cpus", "4", "--registrations", "4");
    try {
      List<ProcessHandle> first = TlcProcesses.await(process.toHandle());

      Files.writeString(file, Cli.run("show", "built-in", "--source").out());

      while (!Files.readString(log).contains("safe: ")) {
        assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
        TimeUnit.MILLISECONDS.sleep(20);
      }
      List<ProcessHandle> all = TlcProcesses.under(process.toHandle());
      assertThat(Files.readString(log)).containsOnlyOnce("-- " + file);
      process.destroy();
      assertThat(process.waitFor()).isEqualTo(SIGTERM);
      first.forEach(child -> child.onExit().join());
      all.forEach(child -> child.onExit().join());
    } finally {
      process.destroyForcibly();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "| Missing required parameter: 'FILE'",
        "-| standard input cannot be watched; name a file",
        "rcu| rcu is a strategy of the catalogue, which nobody saves; 'quiesce show rcu --source",
        "none.c| none.c: no such file",
        "src/| src/ is a directory; name the .c files",
        "pom.xml --cpus 9| '9' is not a number from 1 to 8",
        "pom.xml --format json| Unknown option: '--format'",
        "pom.xml --property Nul| did you mean"
      })
  void whatCannotBeWatchedIsAnError(String arguments, String message) {
    String[] words = ("watch" + (arguments == null ? "" : " " + arguments)).split(" ");

    Cli.Result result = Cli.run(words);

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains(message);
  }

  private static String safe() throws IOException {
    return Cli.run("show", "rcu", "--source").out();
  }

  private FutureTask<Integer> watch(String file, String... options) throws IOException {
    PipedInputStream in = new PipedInputStream(keys);
    List<String> arguments = new ArrayList<>(List.of("watch", file, "--ascii"));
    arguments.addAll(List.of(options));
    Callable<Integer> command =
        () ->
            Main.run(
                arguments.toArray(String[]::new),
                in,
                new PrintWriter(out),
                new PrintWriter(err),
                Cli.ENVIRONMENT);
    FutureTask<Integer> task = new FutureTask<>(command);
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  /** What is printed, from where the last call ended, once this is in it and its line is ended. */
  private String next(String awaited) throws InterruptedException {
    while (true) {
      String text = out.toString().substring(seen);
      int at = text.indexOf(awaited);
      int end = at < 0 ? -1 : text.indexOf("\n\n", at);
      if (end >= 0) {
        seen += end;
        return text.substring(0, end);
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  private static Process process(Path log, Path file, String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "quiesce.cli.Main",
                "watch",
                file.toString(),
                "--ascii"));
    command.addAll(List.of(options));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(log.toFile()).redirectErrorStream(true);
    builder.environment().putAll(Cli.ENVIRONMENT);
    return builder.start();
  }
}
