package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExplainCommandTest {
  @Test
  void everythingThatIsViolatedIsExplained() {
    Cli.Result result =
        Cli.run("explain", Cli.strategy("no-wait-declared.c"), "--memory", "sc", "-q");

    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("no-wait-declared (sc): NoDereferenceAfterTeardown is violated")
        .contains("no-wait-declared (sc): PriorReadersComplete is violated")
        .doesNotContain("NoNullDereference")
        .contains("CPU 0", "sample()")
        .matches("\\p{ASCII}*");
    assertThat(result.out().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void theReadmeShowsWhatItPrints() throws IOException {
    Cli.Result result =
        Cli.run(
            "explain",
            "global-sync-reload",
            "--memory",
            "sc",
            "--property",
            "NoNullDereference",
            "-q");

    assertThat(Files.readString(Path.of("..", "README.md")))
        .contains("```\n" + result.out() + "```");
  }

  @Test
  void aPropertyThatHoldsIsSaidToWithTheBounds() {
    Cli.Result result =
        Cli.run("explain", "rcu", "--memory", "sc", "--property", "NoDeadlock", "-q");

    assertThat(result.out())
        .isEqualTo(
            """
            rcu (sc): NoDeadlock holds: nothing waits for something that can never come

            CPUs 2, registrations 2, memory model sc, TLC 2.18
            """);
    assertThat(result.code()).isZero();
  }

  @Test
  void aPropertyThatDoesNotApplyIsSaidNotTo() {
    Cli.Result result =
        Cli.run("explain", "rcu", "--memory", "sc", "--property", "SingleProvider", "-q");

    assertThat(result.out()).startsWith("rcu (sc): SingleProvider is not applicable: there is one");
    assertThat(result.code()).isZero();
  }
}
