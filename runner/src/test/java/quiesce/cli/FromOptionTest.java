package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FromOptionTest {
  private static final String[] ROLES = {
    "--role", "attach=register", "--role", "detach=unregister", "--role", "port_event=task"
  };

  @TempDir private Path directory;

  @Test
  void functionsOfAFileThatHoldsOtherThingsAreChecked() throws IOException {
    String file = Cli.strategy("hooks.c");
    int call = line(file, "ops->event(port);");

    Cli.Result result = run("check", file, "--memory", "weak", "-q");

    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .startsWith("unsafe: use before initialisation, line " + call)
        .contains("\n\nhooks-attach: attach, detach, port_event of " + file + "\n");
    assertThat(result.code()).isEqualTo(1);
  }

  @Test
  void showHasTheLinesThatAreReadWithTheirNumbersAndWhatIsLeftOut() throws IOException {
    String file = Cli.strategy("hooks.c");
    int hook = line(file, "static struct hook_ops *hook;");
    int show = line(file, "static ssize_t hook_show");

    String out = run("show", file).out();

    assertThat(out)
        .contains("%n%5d  static struct hook_ops *hook;%n".formatted(hook))
        .doesNotContain("asm volatile", "old_style")
        .contains(
            "  left out: 3 functions, 1 variable, 1 type and 2 macros that these do not need\n")
        .contains(
            "  set aside: left out, though it uses the variables that are cut out\n%5d  static ssize_t hook_show"
                .formatted(show));
    assertThat(run("show", file, "--source").out()).startsWith("struct hook_ops {\n");
  }

  @Test
  void everyCommandThatReadsAStrategyTakesIt() {
    String file = Cli.strategy("hooks.c");

    assertThat(run("generate", file, "--out", directory.toString()).err()).isEmpty();
    assertThat(directory.resolve("HooksAttach.tla")).isNotEmptyFile();
    assertThat(run("explain", file, "--memory", "weak", "-q", "--property", "Init").out())
        .contains("ops->event(port)");
    assertThat(
            run(
                    "report",
                    file,
                    "--memory",
                    "sc",
                    "-q",
                    "--out",
                    directory + "/r.md",
                    "--format",
                    "markdown")
                .err())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "check --from hooks.c | 'hooks.c' is not FILE:NAME,NAME",
        "check --from hooks.c: | is not FILE:NAME,NAME",
        "check --from none.c:f | none.c: no such file",
        "check --from HOOKS:attahc,detach,hok | no function or variable 'attahc', did you mean 'attach'?; ",
        "check --from HOOKS:attahc,detach,hok | 'hok', did you mean 'hook'?",
        "check --from HOOKS:trace | '#else' has no #if in what is read",
        "check --from :attach | name a file before the colon",
        "show --from HOOKS:attach rcu | name one strategy, or give --from once",
        "watch --from -:attach | standard input cannot be watched"
      })
  void whatCannotBeCutOutIsAnError(String command, String message) {
    Cli.Result result = Cli.run(command.replace("HOOKS", Cli.strategy("hooks.c")).split(" "));

    assertThat(result.err()).contains(message);
    assertThat(result.code()).isEqualTo(2);
  }

  private static int line(String file, String text) throws IOException {
    return (int) Files.readString(Path.of(file)).lines().takeWhile(l -> !l.contains(text)).count()
        + 1;
  }

  private static Cli.Result run(String command, String file, String... options) {
    return Cli.run(
        java.util.stream.Stream.of(
                new String[] {command, "--from", file + ":attach,detach,port_event"},
                ROLES,
                options)
            .flatMap(java.util.Arrays::stream)
            .toArray(String[]::new));
  }
}
