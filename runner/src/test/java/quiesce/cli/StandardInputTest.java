package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardInputTest {
  @TempDir private Path directory;

  @Test
  void aStrategyIsReadFromIt() throws IOException {
    String text = Files.readString(Path.of(Cli.strategy("no-wait.c")));

    Cli.Result result = Cli.given(text, "check", "-", "--memory", "sc", "-q", "--property", "Tear");

    assertThat(result.out())
        .startsWith("unsafe: use after teardown, line ")
        .contains("\nno-wait: ");
    assertThat(result.code()).isEqualTo(1);
  }

  @Test
  void errorsNameIt() {
    assertThat(Cli.given("int x;\n", "check", "-").err()).contains("<stdin>:1:").contains("int x;");
    assertThat(Cli.given("int x;\n", "show", "-").err()).contains("<stdin>:1:");
    assertThat(Cli.given(" ", "explain", "-").err()).startsWith("quiesce: <stdin> is empty");
  }

  @Test
  void withoutANameTheModuleHasOneAllTheSame() throws IOException {
    String text =
        Files.readString(Path.of(Cli.strategy("no-wait.c"))).replace("strategy: no-wait", "");

    Cli.Result result = Cli.given(text, "generate", "-", "--out", directory.toString());

    assertThat(result.err()).isEmpty();
    assertThat(directory.resolve("Stdin.tla")).content().contains("MODULE Stdin");
  }
}
