package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueCommandsTest {
  @TempDir private Path directory;

  @Test
  void listNamesEveryStrategyInOrderBelowItsGroup() {
    List<String> lines = Cli.run("list").out().lines().toList();
    List<String> first =
        lines.stream().takeWhile(line -> !line.isEmpty()).skip(1).map(String::strip).toList();

    assertThat(lines).startsWith("perf guest callbacks");
    assertThat(first.stream().map(line -> line.split(" ")[0]).toList())
        .contains("rcu", "global-plain")
        .isSorted();
  }

  @Test
  void showTellsWhatWouldBeChecked() {
    Cli.Result result = Cli.run("show", "rcu", "--memory", "sc");

    assertThat(result.out())
        .startsWith("specs/rcu/strategy.c\n    1  /**\n")
        .contains("  NoNullDereference                   checked, expected: holds\n")
        .contains("  SingleProvider                      not applicable: there is one provider");
  }

  @Test
  void showTellsTheCost() {
    assertThat(Cli.run("show", "static-call-sync", "--memory", "sc").out())
        .contains(
            """

              sample() [NMI]  nothing registered  1 branch, 1 patched xor
              sample() [NMI]  registered          1 branch, 1-2 patched calls
              register                            2 text patches, 6 IPIs to all CPUs
              unregister                          1 grace period, 2 text patches, 6 IPIs to all CPUs

            """);
  }

  @Test
  void showTellsWhereTheMemoryModelsAreExpectedToDiffer() {
    String all = Cli.run("show", "rcu-once").out();

    assertThat(all)
        .contains(
            "  NoUseBeforeInit                     checked, expected: holds (sc, tso), violated"
                + " (weak)\n")
        .contains("  NoNullDereference                   checked, expected: holds\n");
    assertThat(Cli.run("show", "rcu-once", "--memory", "weak").out())
        .contains("  NoUseBeforeInit                     checked, expected: violated\n");
  }

  @Test
  void theSourceAloneIsTheFile() throws IOException {
    assertThat(Cli.run("show", "rcu", "--source").out())
        .isEqualTo(Files.readString(Path.of("..", "specs", "rcu", "strategy.c")));
  }

  @Test
  void generateWritesTheSpecificationAndTellsWhere() throws IOException {
    Path out = directory.resolve("new");

    Cli.Result result =
        Cli.run(
            "generate",
            "rcu",
            Cli.strategy("no-wait.c"),
            "--memory",
            "sc",
            "--out",
            out.toString());

    assertThat(result.code()).isZero();
    assertThat(result.out().lines())
        .containsExactly(
            out.resolve("Rcu.tla").toString(),
            out.resolve("Rcu.cfg").toString(),
            out.resolve("Rcu_liveness.cfg").toString(),
            out.resolve("NoWait.tla").toString(),
            out.resolve("NoWait.cfg").toString());
    assertThat(Files.list(out)).hasSize(5);
    assertThat(out.resolve("Rcu.tla")).content().contains("MODULE Rcu");
  }

  @Test
  void generateMakesAFolderForEachMemoryModel() throws IOException {
    assumeTrue(Files.exists(Path.of("..", "templates", "tla", "memory", "tso")), "tso is to come");

    Cli.Result result =
        Cli.run("generate", "rcu", "--memory", "all", "--out", directory.toString());

    assertThat(result.err()).isEmpty();
    try (var folders = Files.list(directory)) {
      assertThat(folders.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("sc", "tso", "weak");
    }
    assertThat(directory.resolve("weak/Rcu.tla")).content().contains("Memory model: weak");
  }

  @Test
  void generateWritesNothingWhenOneFileCannotBeWritten() throws IOException {
    Files.createDirectories(directory.resolve("Rcu_liveness.cfg/in-the-way"));

    Cli.Result result = Cli.run("generate", "rcu", "--memory", "sc", "--out", directory.toString());

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("Rcu_liveness.cfg: it is a directory");
    assertThat(Files.list(directory)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list",
        "show",
        "generate",
        "export",
        "check",
        "watch",
        "explain",
        "why",
        "fix",
        "compare",
        "sweep",
        "report",
        "cache",
        "litmus"
      })
  void everyCommandHelpsWithAnExample(String command) {
    Cli.Result result = Cli.run(command, "--help");

    assertThat(result.out())
        .contains("Usage: quiesce " + command, "Example", "  quiesce " + command);
    assertThat(result.out().lines()).allMatch(line -> line.length() <= 100);
    assertThat(result.code()).isZero();
  }

  @Test
  void helpIsACommandToo() {
    assertThat(Cli.run("help")).isEqualTo(Cli.run("--help"));
    assertThat(Cli.run("help", "check")).isEqualTo(Cli.run("check", "--help"));
    assertThat(Cli.run("help", "check").code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "list --help", "show rcu-once --memory weak", "show rcuu"})
  void everythingFitsTheColumnsThatThereAre(String command) {
    Map<String, String> environment = new HashMap<>(Cli.ENVIRONMENT);
    environment.put("COLUMNS", "60");

    Cli.Result result = Cli.run(environment, command.split(" "));

    assertThat((result.out() + result.err()).lines())
        .allMatch(line -> line.length() <= 60 || !line.strip().contains(" "));
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    assertThat(Cli.run("--version").out())
        .matches("quiesce \\d+\\.\\d+\\.\\d+( \\([0-9a-f]{12}(-dirty)?\\))?\n");
  }

  @Test
  void outputIsAsciiWhereTheLocaleIsNotUtf8() {
    assertThat(new Console(null, null, null, Map.of("LANG", "C"), false).unicode()).isFalse();
    assertThat(new Console(null, null, null, Map.of(), false).unicode()).isFalse();
    assertThat(new Console(null, null, null, Map.of("LANG", "de_DE.utf8"), false).unicode())
        .isTrue();
    assertThat(
            new Console(null, null, null, Map.of("LC_ALL", "C", "LANG", "C.UTF-8"), false)
                .unicode())
        .isFalse();
  }

  /** As the manual, it is made from what is said of the commands here. */
  @Test
  void completionKnowsEveryCommandAndItsOptions() {
    Console console =
        new Console(
            InputStream.nullInputStream(),
            new PrintWriter(Writer.nullWriter()),
            new PrintWriter(Writer.nullWriter()),
            Map.of(),
            false);

    String script = Completion.of(new Commands(console, HeadStart.NONE).with(Commands.NAMES));

    assertThat(Commands.NAMES).allMatch(name -> script.contains("_picocli_quiesce_" + name));
    assertThat(script).contains("--manifest", "--exit-codes", "ktap", "kselftest");
  }
}
