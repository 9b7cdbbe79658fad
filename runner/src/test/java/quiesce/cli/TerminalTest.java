package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In a pseudo-terminal, which script(1) of util-linux makes. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TerminalTest {
  private static final Path SCRIPT = Path.of("/usr/bin/script");
  private static final Pattern CLOCK = Pattern.compile("\\[1/2\\] (\\d:\\d\\d)");
  private static final int COLUMNS = 72;
  private static final int SIGINT = 128 + 2;

  private Optional<Process> started = Optional.empty();

  @BeforeAll
  static void needsScript() {
    assumeTrue(Files.isExecutable(SCRIPT), "script of util-linux is missing");
  }

  @AfterEach
  void end() {
    started.ifPresent(
        process -> {
          process.descendants().forEach(ProcessHandle::destroyForcibly);
          process.destroyForcibly();
        });
  }

  /** A check that would take hours, and a quick one. */
  @Test
  void theClockTicksAndCtrlCLeavesWhatIsDecided() throws Exception {
    Process process =
        inTerminal(
            "check two-providers built-in --memory sc --cpus 4 --registrations 4 --reductions off"
                + " --jobs 2");

    started = Optional.of(process);
    String ticking =
        read(
            process,
            text -> CLOCK.matcher(text).results().map(m -> m.group(1)).distinct().count() > 1);
    process.getOutputStream().write(3);
    process.getOutputStream().flush();
    String all = ticking + read(process, text -> false);

    assertThat(process.waitFor()).isEqualTo(SIGINT);
    assertThat(ticking).contains("\u001b[Kbuilt-in ", "| two-providers (sc) 0:0");
    assertThat(all)
        .contains("quiesce: interrupted, 1 of 2 checks are decided; the same command with")
        .contains("--resume continues");
    // The terminal itself shows the key at the end of the line.
    for (String line : all.replace("^C", "").split("\r\n|\r|\u001b\\[K")) {
      assertThat(line.replaceAll("\u001b\\[\\d*m", "")).hasSizeLessThanOrEqualTo(COLUMNS);
    }
  }

  /** Without Enter. */
  @Test
  void watchEndsWithTheKey() throws Exception {
    assertThat(watchUntil('q')).isZero();
  }

  @Test
  @Tag("slow")
  void watchEndsWithCtrlC() throws Exception {
    assertThat(watchUntil(3)).isEqualTo(SIGINT);
  }

  private int watchUntil(int key) throws Exception {
    Process process = inTerminal("watch " + Cli.strategy("no-wait.c") + " --memory sc");
    started = Optional.of(process);
    String first = read(process, text -> text.contains("as expected"));

    process.getOutputStream().write(key);
    process.getOutputStream().flush();
    read(process, text -> false);

    assertThat(first).contains("q ends this", "unsafe: use after teardown");
    return process.waitFor();
  }

  /** In one that has no file for its answer but a pipe, it is a log. */
  @Test
  void aLogHasNoCarriageReturns() {
    Cli.Result result = Cli.run("check", "built-in", "rcu", "--memory", "sc");

    assertThat(result.err()).contains("[1/2] ", "[2/2] ").doesNotContain("\r", "\u001b");
  }

  /** Where a test is started in the background, its children would not hear of Ctrl-C. */
  private static Process inTerminal(String command) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                SCRIPT.toString(),
                "-qefc",
                "stty cols %d; exec env --default-signal=INT %s -cp '%s' quiesce.cli.Main %s"
                    .formatted(COLUMNS, java, System.getProperty("java.class.path"), command),
                "/dev/null"));
    builder.environment().putAll(Cli.ENVIRONMENT);
    builder.environment().remove("COLUMNS");
    return builder.redirectErrorStream(true).start();
  }

  /** What it prints, until that is enough or all. */
  private static String read(Process process, Predicate<String> enough) throws IOException {
    InputStream in = process.getInputStream();
    StringBuilder text = new StringBuilder();
    byte[] buffer = new byte[1024];
    while (!enough.test(text.toString())) {
      int count = in.read(buffer);
      if (count < 0) {
        break;
      }
      text.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
    }
    return text.toString();
  }
}
