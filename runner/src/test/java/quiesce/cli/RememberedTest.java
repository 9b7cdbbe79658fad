package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often a command is carried out is counted; it prints how often. */
class RememberedTest {
  @TempDir private Path home;
  private int times;

  @ParameterizedTest
  @ValueSource(strings = {"check", "check rcu --memory sc", "explain rcu", "litmus a.litmus"})
  void theSameCommandIsNotCarriedOutAgain(String command) {
    assertThat(run(command, 1)).isEqualTo("1 said 1");
    assertThat(run(command, 0)).as("what it came to").isEqualTo("1 said 1");
    assertThat(times).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check rcu --no-cache",
        "check rcu --out there",
        "check rcu --out=there",
        "check rcu --resume",
        "check rcu --checkpoint 1m",
        "check @arguments",
        "check -",
        "check --from -:f",
        "check --from=-:f",
        "report rcu",
        "embed",
        ""
      })
  void someAreAlways(String command) {
    run(command, 0);
    run(command, 0);

    assertThat(times).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 130})
  void withoutAVerdictThereIsNoAnswer(int code) {
    run("check rcu", code);

    assertThat(run("check rcu", 0)).isEqualTo("0 said 2");
  }

  @Test
  void whatHasChangedMeanwhileIsNotKnownToBeTheAnswer() throws IOException {
    Path file = Files.writeString(home.resolve("mine.c"), "before");
    Remembered.run(
        new String[] {"check", file.toString()},
        console(new StringWriter()),
        console -> {
          write(file, "meanwhile");
          console.print("said");
          return 0;
        });
    write(file, "before");

    assertThat(run("check " + file, 1)).isEqualTo("1 said 1");
  }

  @Test
  void anEarlierTextIsKnownAgain() {
    Path file = home.resolve("mine.c");
    write(file, "one");
    run("check " + file, 0);
    write(file, "two");
    run("check " + file, 0);
    assertThat(times).isEqualTo(2);

    write(file, "one");
    assertThat(run("check " + file, 0)).isEqualTo("0 said 1");
  }

  @Test
  void anAnswerInAnotherUsersDirectoryIsNotRead() throws IOException {
    assumeTrue(System.getProperty("user.name").equals("root"), "only root can give files away");
    run("check rcu", 0);
    Path cache = home.resolve("quiesce");
    Files.setOwner(
        cache,
        cache.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));

    assertThat(run("check rcu", 0)).isEqualTo("0 said 2");
  }

  private String run(String command, int code) {
    StringWriter out = new StringWriter();
    int came =
        Remembered.run(
            command.split(" "),
            console(out),
            console -> {
              times++;
              console.print("said " + times);
              return code;
            });
    return came + " " + out;
  }

  private Console console(StringWriter out) {
    return new Console(
        InputStream.nullInputStream(),
        new PrintWriter(out),
        new PrintWriter(new StringWriter()),
        Map.of("XDG_CACHE_HOME", home.toString()),
        false);
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
