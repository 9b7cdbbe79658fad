package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quiesce.golden.Golden;

class CompareCommandTest {
  @Test
  void whatIsDifferentIsSaidAndShown() {
    Cli.Result result = Cli.run("compare", "global-once", "rcu", "-q", "--width", "79");

    assertThat(result.code()).isZero();
    Golden.check("quiesce/compare/global-once-rcu.txt", result.out());
    assertThat(result.out().lines()).allMatch(line -> line.length() <= 79);
  }

  @Test
  void theOtherWayRoundTheSameRunIsOfTheSecond() {
    Cli.Result result =
        Cli.run("compare", "rcu", "global-once", "-q", "--memory", "sc", "--format", "markdown");

    assertThat(result.out())
        .startsWith("## rcu and global-once\n")
        .contains("NoDereferenceAfterTeardown: holds in rcu, violated in global-once")
        .contains("### what global-once allows and rcu does not: use after teardown, line 36")
        .contains("| rcu |");
  }

  @Test
  void whatIsTheSameIsSaidToBe() {
    String source = Cli.run("show", "rcu", "--source").out();

    Cli.Result result = Cli.given(source, "compare", "-", "rcu", "-q", "--memory", "sc");

    assertThat(result.out())
        .startsWith(
            "<stdin> and specs/rcu/strategy.c\n\nthe same: every verdict is that of the other")
        .doesNotContain("allows");
  }

  @Test
  void programsGetWhatTheyGetOfADiff() throws Exception {
    Cli.Result result =
        Cli.run("compare", "global-once", "rcu", "-q", "--memory", "sc", "--format", "json");

    JsonNode document = new ObjectMapper().readTree(result.out());
    assertThat(document.get("changes")).isNotEmpty();
    assertThat(document.get("before").get(0).get("strategy").asText()).isEqualTo("global-once");
    assertThat(document.get("results").get(0).get("strategy").asText()).isEqualTo("rcu");
  }

  @Test
  void aVerdictThatIsMissingIsAFailureOfTheEngine(@TempDir Path directory) throws Exception {
    String jar = Cli.noTlc(directory).toString();

    Cli.Result result =
        Cli.run("compare", "rcu", "global-once", "--memory", "sc", "-q", "--tla2tools", jar);

    assertThat(result.code()).isEqualTo(ExitCode.ENGINE);
    assertThat(result.out()).contains("unknown in rcu").doesNotContain("allows");
  }
}
