package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The change lets unregistering wait for readers; that before and after it is real. */
class DiffCheckTest {
  private static final String[] ROLES = {
    "--role", "attach=register", "--role", "detach=unregister", "--role", "port_event=task"
  };

  private Path directory;

  @BeforeEach
  void below() throws IOException {
    directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "diff");
  }

  @Test
  void aStrategyIsCheckedBeforeAndAfter() throws IOException {
    String text = Files.readString(Path.of(Cli.strategy("no-wait.c")));
    Path file = Files.writeString(directory.resolve("no-wait.c"), text);

    Cli.Result result = Cli.given(diff(file, text), "check", "-", "--memory", "sc", "-q");

    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .startsWith("before\n\nunsafe: use after teardown, line ")
        .contains("\n\nafter\n\nsafe: any number of CPUs and registrations; under sc\n")
        .endsWith(
            """
            changed: NoDereferenceAfterTeardown: violated before, holds after
            changed: ReadersObserveNullAfterGracePeriod: not applicable before, holds after
            changed: PriorReadersComplete: violated before, holds after
            changed: NoDeadlock: not applicable before, holds after
            changed: UnregisterCompletes: not applicable before, holds after
            """);
    assertThat(result.code()).isZero();
    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @Test
  void theExitCodeIsThatOfTheSideAfter() throws IOException {
    String text = Files.readString(Path.of(Cli.strategy("no-wait.c")));
    Path file = Files.writeString(directory.resolve("no-wait.c"), text);
    String back =
        diff(file, text)
            .replace("@@ -17,3 +17,4 @@", "@@ -17,4 +17,3 @@")
            .replace("+\tsynchronize_rcu();", "-\tsynchronize_rcu();");

    assertThat(Cli.given(back, "check", "-", "--memory", "sc", "-q", "--property", "Tear").code())
        .isEqualTo(1);
  }

  @Test
  void jsonHasBothSidesAndWhatChanges() throws IOException {
    String text = Files.readString(Path.of(Cli.strategy("no-wait.c")));
    Path file = Files.writeString(directory.resolve("no-wait.c"), text);

    Cli.Result result =
        Cli.given(
            diff(file, text),
            "check",
            "-",
            "--memory",
            "sc",
            "-q",
            "--property",
            "Tear",
            "--format",
            "json");

    JsonNode document = new ObjectMapper().readTree(result.out());
    assertThat(document.at("/results/0/verdict").textValue()).isEqualTo("holds");
    assertThat(document.at("/before/0/verdict").textValue()).isEqualTo("violated");
    assertThat(document.at("/before/0/trace").isArray()).isTrue();
    assertThat(document.get("changes").toString())
        .isEqualTo(
            "[{\"strategy\":\"no-wait\",\"memory\":\"sc\",\"property\":\"NoDereferenceAfterTeardown\","
                + "\"before\":\"violated\",\"after\":\"holds\"}]");
  }

  @Test
  void functionsAreCutOutOfAFileThatIsNoStrategy() throws IOException {
    String text = Files.readString(Path.of(Cli.strategy("hooks.c")));
    Path file = Files.writeString(directory.resolve("hooks.c"), text);
    String diff =
        """
        --- a/%1$s
        +++ b/%1$s
        @@ -43,3 +43,3 @@
         {
        -	WRITE_ONCE(hook, ops);
        +	rcu_assign_pointer(hook, ops);
         }
        """
            .formatted(file);

    Cli.Result result =
        Cli.given(
            diff,
            Stream.of(
                    new String[] {"check", "-", "--from", ":attach,detach,port_event"},
                    ROLES,
                    new String[] {"--memory", "weak", "-q", "--property", "Init"})
                .flatMap(Arrays::stream)
                .toArray(String[]::new));

    assertThat(result.err()).isEmpty();
    assertThat(result.out()).endsWith("changed: NoUseBeforeInit: violated before, holds after\n");
  }

  @Test
  void aSideThatIsRefusedIsReportedAndTheOtherChecked() throws IOException {
    String text = Files.readString(Path.of(Cli.strategy("no-wait.c")));
    Path file = directory.resolve("no-wait.c");
    Files.writeString(file, text.replace("cbs, NULL);", "cbs, NULL);\n\tsynchronize_rcu();"));
    String diff = diff(file, text).replace(" {\n", "-{ asm(\"nop\");\n+{\n");

    Cli.Result result = Cli.given(diff, "check", "-", "--memory", "sc", "-q");

    assertThat(result.err()).contains("a/" + file + ":", "inline assembly is not supported");
    assertThat(result.out()).startsWith("before: nothing to check\n\nafter\n\nsafe: ");
    assertThat(result.code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "check - | the diff changes no strategy: FILE without front matter and roles; name functions",
        "check - --from :nobody | where no function or variable is called 'nobody'",
        "check - --from other.c:f | the diff does not change other.c, but FILE",
        "check - rcu | standard input is a diff, and is checked alone: leave rcu out",
        "show - | standard input is a diff; 'quiesce check -' checks the files that it changes"
      })
  void whatADiffCannotBeCheckedForIsAnError(String command, String message) throws IOException {
    Path file = Files.writeString(directory.resolve("x.c"), "int a;\n");
    String diff = "--- a/%1$s\n+++ b/%1$s\n@@ -1 +1 @@\n-int a;\n+int b;\n".formatted(file);

    Cli.Result result = Cli.given(diff, command.split(" "));

    assertThat(result.err()).contains(message.replace("FILE", file.toString()));
    assertThat(result.code()).isEqualTo(2);
  }

  /** After the line that removes the pointer, it waits. */
  private static String diff(Path file, String text) {
    int brace =
        (int) text.substring(0, text.indexOf("WRITE_ONCE(guest_cbs, NULL)")).lines().count();
    return """
        diff --git a/%1$s b/%1$s
        --- a/%1$s
        +++ b/%1$s
        @@ -%2$d,3 +%2$d,4 @@
         {
         	WRITE_ONCE(guest_cbs, NULL);
        +	synchronize_rcu();
         }
        """
        .formatted(file, brace - 1);
  }
}
