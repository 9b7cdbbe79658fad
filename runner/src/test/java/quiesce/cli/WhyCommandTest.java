package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quiesce.golden.Golden;

class WhyCommandTest {
  @Test
  void eachLineThatMattersHasANote() {
    Cli.Result result = Cli.run("why", "rcu", "--memory", "all", "-q", "--width", "79");

    assertThat(result.code()).isZero();
    Golden.check("quiesce/why/rcu.txt", result.out());
    assertThat(result.out().lines()).allMatch(line -> line.length() <= 79);
  }

  /** They are C: what is made of the file is the same strategy. */
  @Test
  void commentsSayWhatALineIsFor(@TempDir Path directory) throws Exception {
    Cli.Result result = Cli.run("why", "rcu", "--memory", "weak", "-q", "--format", "comments");

    Golden.check("quiesce/why/rcu.c", result.out());
    Path commented = Files.writeString(directory.resolve("commented.c"), result.out());
    assertThat(Cli.run("compare", "rcu", commented.toString(), "--memory", "sc", "-q").out())
        .contains("the same: every verdict is that of the other");
  }

  @Test
  void programsGetEachWayThatWasTried() throws Exception {
    Cli.Result result = Cli.run("why", "rcu", "--memory", "sc", "-q", "--format", "json");

    JsonNode document = new ObjectMapper().readTree(result.out()).get("strategies").get(0);
    assertThat(document.get("strategy").asText()).isEqualTo("rcu");
    List<JsonNode> loads =
        StreamSupport.stream(document.get("lines").spliterator(), false)
            .filter(l -> l.get("text").asText().startsWith("rcu_dereference"))
            .toList();
    assertThat(loads).singleElement();
    JsonNode tried = loads.get(0).get("tried");
    assertThat(loads.get(0).get("result").asText()).isEqualTo("stronger");
    assertThat(tried.get(0).get("outcome").asText()).isEqualTo("holds");
    assertThat(tried.get(0).get("for").asText()).isEqualTo("any number of CPUs and registrations");
    assertThat(tried.get(1).get("property").asText()).isEqualTo("NoNullDereference");
    assertThat(tried.get(1).get("trace")).isNotEmpty();
  }

  @Test
  void progressSaysWhatIsKnownOfEachPlace() {
    Cli.Result result = Cli.run("why", "rcu", "--memory", "sc", "--property", "Tear");

    assertThat(result.err()).contains("/10] line 34: synchronize_rcu();: necessary");
    assertThat(result.out())
        .startsWith("rcu: 3 necessary, 1 not reached, 6 unnecessary; under sc\n");
  }

  @Test
  void whatIsViolatedAnywayIsNotAskedFor() {
    Cli.Result result =
        Cli.run(
            "why", Cli.strategy("no-wait-declared.c"), "--memory", "sc", "-q", "--width", "200");

    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains(
            "NoDereferenceAfterTeardown is not known to hold as it is, under sc: not asked for");
  }

  @Test
  void whereTlcFailsNothingIsNecessary(@TempDir Path directory) throws Exception {
    String jar = Cli.noTlc(directory).toString();

    Cli.Result result = Cli.run("why", "rcu", "--memory", "sc", "-q", "--tla2tools", jar);

    assertThat(result.code()).isEqualTo(ExitCode.ENGINE);
    assertThat(result.out()).contains("no property holds as it is").doesNotContain("necessary");
  }

  @Test
  void aDiffIsRefused() {
    Cli.Result result = Cli.given("--- a/x.c\n+++ b/x.c\n@@ -1 +1 @@\n-a\n+b\n", "why", "-");

    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("standard input is a diff");
  }
}
