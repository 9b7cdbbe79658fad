package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoleOptionTest {
  @TempDir private Path directory;
  private String file;

  @BeforeEach
  void withoutRoles() throws IOException {
    String text = Files.readString(Path.of(Cli.strategy("no-wait.c")));
    file = directory.resolve("roleless.c").toString();
    Files.writeString(
        Path.of(file),
        text.replaceAll("__(register|unregister|nmi) ", "").replaceAll("(?m)^ \\* expect.*\n", ""));
  }

  @Test
  void givesRolesToFunctionsThatHaveNoneInTheFile() {
    String[] roles = {
      "--role", "register_callbacks=register",
      "--role", "unregister_callbacks=unregister",
      "--role", "sample=nmi"
    };

    Cli.Result result = Cli.run(arguments("check", roles, "--memory", "sc", "-q", file));

    assertThat(result.err()).isEmpty();
    assertThat(result.out()).startsWith("unsafe: use after teardown, line ");
    assertThat(Cli.run(arguments("show", roles, file)).err()).isEmpty();
  }

  @Test
  void aFunctionThatTheFileDoesNotHaveIsAnError() {
    Cli.Result result = Cli.run("check", "--role", "nobody=nmi", file);

    assertThat(result.err()).contains("nobody() is given a role, and is not a function");
    assertThat(result.code()).isEqualTo(2);
  }

  @Test
  void aRoleThatThereIsNotIsAnError() {
    Cli.Result result = Cli.run("check", "--role", "sample=reader", file);

    assertThat(result.err()).contains("'reader' is none of register, unregister, permanent, nmi");
    assertThat(result.code()).isEqualTo(2);
  }

  private static String[] arguments(String command, String[] roles, String... others) {
    return Stream.of(new String[] {command}, roles, others)
        .flatMap(Arrays::stream)
        .toArray(String[]::new);
  }
}
