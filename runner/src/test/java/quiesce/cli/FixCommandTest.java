package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.difflib.UnifiedDiffUtils;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quiesce.golden.Golden;

class FixCommandTest {
  @Test
  void aFixIsADiffAndSaysWhatItCosts() {
    Cli.Result result =
        Cli.run("fix", "global-once", "-q", "--memory", "sc", "--changes", "1", "--width", "79");

    assertThat(result.code()).isZero();
    Golden.check("quiesce/fix/global-once.txt", result.out());
  }

  @Test
  void aDiffAppliesToTheFile(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("wait.c");
    Files.writeString(file, Cli.run("show", "rcu-wait-first", "--source").out());
    List<String> before = Files.readAllLines(file);

    Cli.Result result =
        Cli.run(
            "fix", file.toString(), "-q", "--memory", "sc", "--changes", "1", "--format", "diff");

    List<String> diff = result.out().lines().toList();
    assertThat(diff.get(0)).isEqualTo("--- " + file);
    assertThat(String.join("\n", UnifiedDiffUtils.parseUnifiedDiff(diff).applyTo(before)))
        .contains("\trcu_assign_pointer(perf_guest_cbs, NULL);\n\tsynchronize_rcu();");
  }

  @Test
  void programsGetEachFixWithItsChanges() throws Exception {
    Cli.Result result =
        Cli.run(
            "fix",
            "rcu-wait-first",
            "rcu",
            "-q",
            "--memory",
            "sc",
            "--changes",
            "1",
            "--format",
            "json");

    JsonNode all = new ObjectMapper().readTree(result.out()).get("strategies");
    assertThat(all.get(0).get("fixes").get(0).get("changes").get(0).get("function").asText())
        .isEqualTo("unregister_callbacks");
    assertThat(all.get(0).get("fixes").get(0).get("diff").asText()).startsWith("--- a/specs/");
    assertThat(all.get(1).get("summary").asText())
        .isEqualTo("rcu: nothing to fix; every property holds, under sc");
  }

  @Test
  void whereThereIsNoneItIsSaidAndIsAFailure() {
    Cli.Result text = Cli.run("fix", "static-call-sync", "-q", "--memory", "sc", "--changes", "1");
    Cli.Result diff =
        Cli.run(
            "fix",
            "static-call-sync",
            "-q",
            "--memory",
            "sc",
            "--changes",
            "1",
            "--format",
            "diff");

    assertThat(text.code()).isEqualTo(ExitCode.NOT_AS_EXPECTED);
    assertThat(text.out()).startsWith("static-call-sync: no fix of up to 1 change");
    assertThat(diff.out()).isEmpty();
    assertThat(diff.err()).contains("static-call-sync: no fix of up to 1 change");
  }

  @Test
  void withoutAnEngineThereIsNoFix(@TempDir Path directory) throws Exception {
    String jar = Cli.noTlc(directory).toString();

    Cli.Result result = Cli.run("fix", "rcu", "--memory", "sc", "-q", "--tla2tools", jar);

    assertThat(result.code()).isEqualTo(ExitCode.ENGINE);
    assertThat(result.out()).contains("unknown");
  }
}
