package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.engine.jvm.TlcJar;

/** The examples of {@code --help}, as they stand, in a shell and a directory that is empty. */
class HelpExamplesTest {
  private static final Pattern EXAMPLE = Pattern.compile("(?m)^  (quiesce .*)$");

  @TempDir private Path directory;

  @Test
  void whatIsGeneratedIsCheckedByPlainTlc() throws Exception {
    String first = examples("generate").get(0);

    assertThat(first).isEqualTo("quiesce generate rcu && java -cp tla2tools.jar tlc2.TLC Rcu");
    assertThat(run(first)).contains("Model checking completed. No error has been found.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list",
        "show",
        "generate",
        "export",
        "cache",
        "explain",
        "why",
        "fix",
        "check",
        "sweep",
        "report",
        "--help"
      })
  @Tag("slow")
  @Timeout(value = 2, unit = TimeUnit.HOURS)
  void everyExampleWorks(String command) throws Exception {
    for (String example : examples(command)) {
      run(example);
    }
  }

  private static List<String> examples(String command) {
    String help =
        Cli.run(
                command.equals("--help")
                    ? new String[] {command}
                    : new String[] {command, "--help"})
            .out();
    List<String> all = EXAMPLE.matcher(help).results().map(m -> m.group(1)).toList();
    assertThat(all).isNotEmpty();
    return all;
  }

  /** What it prints; it must end as one that says how things are, not that something is wrong. */
  private String run(String example) throws IOException, InterruptedException {
    Path bin = Files.createDirectories(directory.resolve("bin"));
    Path quiesce = bin.resolve("quiesce");
    Files.writeString(
        quiesce,
        "#!/bin/sh\nexec java -cp '%s' quiesce.cli.Main \"$@\"\n"
            .formatted(absolute(System.getProperty("java.class.path"))));
    assertThat(quiesce.toFile().setExecutable(true)).isTrue();
    Path work = Files.createDirectories(directory.resolve("work"));
    Path jar = work.resolve("tla2tools.jar");
    if (!Files.exists(jar)) {
      Files.copy(TlcJar.onClassPath().orElseThrow().path(), jar);
    }
    Path out = directory.resolve("out");
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", example)
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().putAll(Cli.ENVIRONMENT);
    builder.environment().put("XDG_CACHE_HOME", directory.resolve("cache").toString());
    builder.environment().remove("QUIESCE_CACHE");
    builder
        .environment()
        .merge(
            "PATH",
            bin + ":" + Path.of(System.getProperty("java.home"), "bin"),
            (before, ours) -> ours + ":" + before);
    int code = builder.start().waitFor();
    String said = Files.readString(out);
    assertThat(code).as(example + "\n" + said).isZero();
    return said;
  }

  private static String absolute(String classPath) {
    return Pattern.compile(":")
        .splitAsStream(classPath)
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(java.util.stream.Collectors.joining(":"));
  }
}
