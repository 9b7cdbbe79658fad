package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheCommandTest {
  /** Violations of both kinds, and what holds. */
  private static final String[] CHECK = {
    "check", "locked", "--cpus=2", "--memory", "sc", "--format", "json"
  };

  private static final Path ENGINE = Path.of("target", "cache", "quiesce");

  @TempDir private Path home;
  private final Map<String, String> environment = new HashMap<>(Cli.ENVIRONMENT);

  /** An empty cache, but for what makes TLC start faster. */
  @BeforeEach
  void makeOne() throws IOException {
    environment.remove("QUIESCE_CACHE");
    environment.put("XDG_CACHE_HOME", home.toString());
    Path cache = Files.createDirectories(home.resolve("quiesce"));
    if (Files.isDirectory(ENGINE)) {
      try (var made = Files.newDirectoryStream(ENGINE, "*.{jar,jsa}")) {
        for (Path file : made) {
          Files.copy(file, cache.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  /** The same to the last digit of the seconds: no TLC has run for it. */
  @Test
  void whatIsKnownIsSaidAgainWordForWord() {
    Cli.Result cold = run(CHECK);
    Cli.Result warm = run(CHECK);

    assertThat(cold.code()).as(cold.err()).isZero();
    assertThat(warm).isEqualTo(new Cli.Result(cold.code(), cold.out(), ""));
    assertThat(answers()).isPositive();
  }

  /** What TLC starts from would be made again. */
  @Test
  void nothingIsStartedForWhatIsKnown() throws IOException {
    Cli.Result cold = run(CHECK);
    removeEngine();

    assertThat(run(CHECK).out()).isEqualTo(cold.out());
    assertThat(removeEngine()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check rcu --memory sc",
        "check rcu --memory sc --format junit",
        "explain locked --memory sc",
        "explain locked --memory sc --format json"
      })
  void everyReportIsTheSame(String command) {
    Cli.Result cold = run(command.split(" "));

    assertThat(run(command.split(" "))).isEqualTo(new Cli.Result(cold.code(), cold.out(), ""));
    // Another command, which asks TLC the same.
    assertThat(run((command + " --color never").split(" "))).isEqualTo(cold);
  }

  /** To the last digit of the seconds, under another path and with another comment. */
  @Test
  void whatTlcWasAskedBeforeItIsNotAskedAgain() throws IOException {
    Path file = home.resolve("copy.c");
    Files.writeString(file, run("show", "locked", "--source").out());
    Cli.Result cold = run("check", file.toString(), "--memory", "sc", "--format", "json");
    Files.writeString(file, Files.readString(file) + "\n/* the end */\n");
    Cli.Result changed = run("check", home + "/./copy.c", "--memory", "sc", "--format", "json");

    assertThat(cold.code()).as(cold.err()).isZero();
    assertThat(changed.code()).as(changed.err()).isZero();
    assertThat(seconds(changed)).isEqualTo(seconds(cold)).isNotEmpty();
  }

  @Test
  void anotherBoundIsAnotherAnswer() {
    run("check", "built-in", "--memory", "sc", "-q");
    int answers = answers();

    Cli.Result other = run("check", "built-in", "--memory", "sc", "-q", "--cpus", "1");

    assertThat(other.out()).contains("CPUs 1, registrations 2");
    assertThat(answers()).isGreaterThan(answers);
  }

  @Test
  void withoutItNothingIsRemembered() {
    run("check", "built-in", "--memory", "sc", "-q", "--no-cache");
    environment.put("QUIESCE_CACHE", "off");
    run("check", "built-in", "--memory", "sc", "-q");

    assertThat(answers()).isZero();
  }

  @Test
  void withoutItNothingIsKnown() throws IOException {
    Cli.Result cold = run(CHECK);
    List<String> again = new ArrayList<>(List.of(CHECK));
    again.add("--no-cache");
    Cli.Result anew = run(again.toArray(String[]::new));

    assertThat(seconds(anew)).isNotEqualTo(seconds(cold));
    assertThat(withoutSeconds(anew)).isEqualTo(withoutSeconds(cold));
  }

  @Test
  void aWordThatIsNeitherOnNorOffIsRefused() {
    environment.put("QUIESCE_CACHE", "no");

    Cli.Result result = run("check", "built-in", "--memory", "sc");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).isEqualTo("quiesce: QUIESCE_CACHE is 'no'; set it to on or off\n");
  }

  @Test
  void statisticsAndClearing() {
    run("check", "built-in", "--memory", "sc", "-q");
    int answers = answers();

    assertThat(run("cache", "--stats").out())
        .matches(
            """
            directory    .*
            results      %d, 0\\.\\d MB of at most 200\\.0 MB
            checkpoints  0, 0\\.0 MB of at most 20000\\.0 MB
            """
                .formatted(answers));
    assertThat(run("cache", "--clear").out())
        .isEqualTo("%d results removed\n0 checkpoints removed\n".formatted(answers));
    assertThat(answers()).isZero();
    assertThat(run("cache", "--clear").out())
        .isEqualTo("0 results removed\n0 checkpoints removed\n");
  }

  @Test
  void itMustBeSaidWhichOfTheTwo() {
    assertThat(run("cache").code()).isEqualTo(2);
    assertThat(run("cache", "--stats", "--clear").code()).isEqualTo(2);
  }

  @Test
  void whereNoneCanBeMadeAllGoesOnWithout() throws IOException {
    Path file = Files.writeString(home.resolve("file"), "not a directory");
    environment.put("XDG_CACHE_HOME", file.toString());

    Cli.Result result = run("check", "built-in", "--memory", "sc", "-q");

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.err()).startsWith("quiesce: cannot write to ").hasLineCount(1);
    assertThat(run("cache", "--stats").out()).contains("results      0,");
  }

  @Test
  void whereThereIsNoHomeAllGoesOnWithout() {
    environment.remove("XDG_CACHE_HOME");

    assertThat(run("check", "built-in", "--memory", "sc", "-q").code()).isZero();
    assertThat(run("cache", "--clear").err())
        .isEqualTo("quiesce: there is no cache: neither XDG_CACHE_HOME nor HOME is set; set one\n");
  }

  @Test
  void twoProcessesMayUseItAtOnce() throws IOException, InterruptedException {
    Process one = start();
    Process other = start();
    String out = new String(one.getInputStream().readAllBytes());

    assertThat(new String(other.getInputStream().readAllBytes())).isEqualTo(out);
    assertThat(one.waitFor()).isZero();
    assertThat(other.waitFor()).isZero();
    assertThat(run("check", "built-in", "--memory", "sc", "-q").out()).isEqualTo(out);
  }

  private int removeEngine() throws IOException {
    int removed = 0;
    try (var made = Files.newDirectoryStream(home.resolve("quiesce"), "*.{jar,jsa}")) {
      for (Path file : made) {
        Files.delete(file);
        removed++;
      }
    }
    return removed;
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "check",
            "built-in",
            "--memory",
            "sc",
            "-q");
    builder.environment().putAll(environment);
    builder.environment().remove("QUIESCE_CACHE");
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private Cli.Result run(String... arguments) {
    return Cli.run(environment, arguments);
  }

  private int answers() {
    return run("cache", "--stats")
        .out()
        .lines()
        .filter(line -> line.startsWith("results"))
        .mapToInt(line -> Integer.parseInt(line.replaceAll("results +(\\d+),.*", "$1")))
        .sum();
  }

  private static List<String> seconds(Cli.Result json) {
    return json.out().lines().filter(line -> line.contains("\"seconds\"")).toList();
  }

  private static List<String> withoutSeconds(Cli.Result json) {
    return json.out().lines().filter(line -> !line.contains("\"seconds\"")).toList();
  }
}
