package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  @TempDir private Path directory;

  @Test
  void aStrategyThatDoesAsExpectedEndsWith0() {
    Cli.Result result = Cli.run("check", "rcu", "--memory", "sc");

    assertThat(result.code()).isZero();
    assertThat(result.out())
        .startsWith("safe: any number of CPUs and registrations; under sc\n\nrcu: ")
        .contains("NoDereferenceAfterTeardown          ✓\n")
        .contains("SingleProvider                      –\n")
        .contains("passes for any number of CPUs and registrations, memory model sc, TLC")
        .endsWith("; all as expected\n");
    assertThat(result.err()).isEqualTo("[1/1] rcu (sc): 9 hold, 2 not applicable\n");
  }

  @Test
  void whatWasSetAsideIsListedOnRequest() throws IOException {
    String file = setAside();
    String aside =
        """
          set aside: the kernel's primitives are built in; no other file is read
            1  #include <linux/rcupdate.h>
          set aside: who may link to a name changes no access
           %d  EXPORT_SYMBOL_GPL(sample);
        """
            .formatted(Files.readString(Path.of(file)).lines().count());

    assertThat(Cli.run("check", file, "--memory", "sc", "--property", "Null", "--verbose").out())
        .endsWith("\n\n" + file + "\n" + aside);
    assertThat(Cli.run("check", file, "--memory", "sc", "--property", "Null").out())
        .doesNotContain("set aside");
    assertThat(Cli.run("show", file).out()).contains("\n\n" + aside + "\n");
  }

  private String setAside() throws IOException {
    String text = Files.readString(Path.of(Cli.strategy("no-wait.c")));
    Path file = directory.resolve("set-aside.c");
    Files.writeString(
        file, "#include <linux/rcupdate.h>\n" + text + "\nEXPORT_SYMBOL_GPL(sample);\n");
    return file.toString();
  }

  @Test
  void aVerdictIsOneUnderTheMemoryModelAskedFor() {
    Cli.Result result =
        Cli.run("check", "global-once", "--cpus=2", "--memory", "weak", "--property", "Null");

    assertThat(result.out()).contains("CPUs 2, registrations 2, memory model weak, TLC 2.18");
    assertThat(result.err()).isEqualTo("[1/1] global-once (weak): 1 holds\n");
  }

  @Test
  void aViolationThatNobodyDeclaredEndsWith1AndOneThatIsDeclaredWith0() {
    Cli.Result undeclared = Cli.run("check", Cli.strategy("no-wait.c"), "--memory", "sc", "-q");
    Cli.Result declared =
        Cli.run("check", Cli.strategy("no-wait-declared.c"), "--memory", "sc", "-q");

    assertThat(undeclared.code()).isEqualTo(1);
    assertThat(undeclared.out())
        .startsWith("unsafe: use after teardown, line ")
        .contains("NoDereferenceAfterTeardown          ✗!\n")
        .contains("PriorReadersComplete                ✗!\n")
        .contains("NoNullDereference                   ✓\n");
    assertThat(declared.code()).isZero();
    assertThat(declared.out()).contains("NoDereferenceAfterTeardown          ✗\n");
    assertThat(declared.err()).isEmpty();
  }

  @Test
  void allMemoryModelsAreInOneTable() {
    Cli.Result result = Cli.run("check", Cli.strategy("no-wait.c"), "-q", "--property", "Tear");

    assertThat(result.out())
        .matches("(?s)unsafe: use after teardown, line \\d+; under every memory model\n.*")
        .contains("sc    tso   weak\n", "NoDereferenceAfterTeardown  ✗!    ✗!    ✗!\n")
        .containsOnlyOnce("NoDereferenceAfterTeardown: violated, an object is used after it was")
        .containsOnlyOnce("no reader reads, enters or is inside an object that has been torn down");
  }

  @Test
  void jsonIsOneDocumentWithEveryVerdict() throws IOException {
    Cli.Result result =
        Cli.run(
            "check",
            "rcu",
            Cli.strategy("no-wait.c"),
            "--memory",
            "sc",
            "--format",
            "json",
            "--registrations",
            "1");

    JsonNode document = new ObjectMapper().readTree(result.out());
    assertThat(document.get("schema").intValue()).isEqualTo(1);
    assertThat(document.at("/tool/name").textValue()).isEqualTo("quiesce");
    assertThat(document.at("/tool/version").textValue()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(document.at("/tool/engine").textValue()).isEqualTo("TLC 2.18");
    assertThat(document.get("results")).hasSize(22);
    JsonNode holds = result(document, "rcu", "NoNullDereference");
    assertThat(names(holds))
        .containsExactly(
            "strategy",
            "memory",
            "cpus",
            "registrations",
            "property",
            "verdict",
            "expected",
            "states",
            "seconds",
            "trace");
    assertThat(holds.get("memory").textValue()).isEqualTo("sc");
    assertThat(holds.get("cpus").intValue()).isEqualTo(2);
    assertThat(holds.get("registrations").intValue()).isEqualTo(1);
    assertThat(holds.get("verdict").textValue()).isEqualTo("holds");
    assertThat(holds.get("expected").textValue()).isEqualTo("holds");
    assertThat(holds.at("/states/distinct").longValue()).isPositive();
    assertThat(holds.get("seconds").isNumber()).isTrue();
    assertThat(holds.get("trace").isNull()).isTrue();
    JsonNode violated = result(document, "no-wait", "PriorReadersComplete");
    assertThat(violated.get("verdict").textValue()).isEqualTo("violated");
    assertThat(violated.get("expected").isNull()).isTrue();
    assertThat(names(violated.get("trace").get(0)))
        .containsExactly("cpu", "context", "function", "line", "source", "note");
    JsonNode inapplicable = result(document, "no-wait", "NoDeadlock");
    assertThat(inapplicable.get("verdict").textValue()).isEqualTo("not-applicable");
    assertThat(inapplicable.get("reason").textValue()).isEqualTo("nothing waits");
  }

  @Test
  void aStepThatIsNeverTakenMakesPassesVacuousAndUnexpected() throws IOException {
    Cli.Result result =
        Cli.run(
            "check",
            Cli.strategy("never-called.c"),
            "--memory",
            "sc",
            "--format",
            "json",
            "--property",
            "NoDeadlock");

    JsonNode verdict = new ObjectMapper().readTree(result.out()).at("/results/0");
    assertThat(verdict.get("verdict").textValue()).isEqualTo("holds");
    JsonNode untaken = verdict.get("vacuous");
    assertThat(untaken.findValuesAsText("function")).containsOnly("sample");
    assertThat(untaken.findValuesAsText("source"))
        .containsExactly("cbs = READ_ONCE(guest_cbs);", "cbs->is_in_guest();");
    assertThat(result.code()).isEqualTo(1);
  }

  @Test
  void aTimeoutLeavesVerdictsUnknownAndEndsWith3() {
    Cli.Result result =
        Cli.run(
            "check",
            Cli.strategy("no-wait.c"),
            "rcu",
            "--memory",
            "sc",
            "--timeout",
            "100ms",
            "-q");

    assertThat(result.code()).isEqualTo(3);
    assertThat(result.out())
        .contains("rcu (sc): NoNullDereference is unknown: no verdict within 100 ms")
        .contains("no-wait (sc): NoUseBeforeInit is unknown")
        .endsWith("; no verdict for 13\n");
  }

  @Test
  void onlyTheWantedPropertiesAreChecked() {
    Cli.Result result =
        Cli.run(
            "check",
            "rcu",
            "--memory",
            "sc",
            "-q",
            "--ascii",
            "--property",
            "dead",
            "--property",
            "NoNullDereference");

    assertThat(result.out())
        .startsWith(
            "holds: NoNullDereference, NoDeadlock; any number of CPUs and registrations; under sc\n")
        .contains("NoNullDereference  ok\n", "NoDeadlock         ok\n")
        .doesNotContain("NoWarning")
        .matches("\\p{ASCII}*");
  }

  @Test
  void whatWasRunIsKept() throws IOException {
    Path kept = directory.resolve("kept");

    Cli.run(
        "check",
        Cli.strategy("no-wait.c"),
        "--cpus=2",
        "--memory",
        "sc",
        "-q",
        "--out",
        kept.toString());

    assertThat(kept.resolve("no-wait/sc/safety/NoWait.tla")).isNotEmptyFile();
    assertThat(kept.resolve("no-wait/sc/safety/NoWait.cfg"))
        .content()
        .contains("PriorReadersComplete");
    assertThat(kept.resolve("no-wait/sc/safety/NoWait.log")).isNotEmptyFile();
    assertThat(kept.resolve("no-wait/sc/safety-3/NoWait.cfg"))
        .content()
        .contains("NoNullDereference")
        .doesNotContain("PriorReadersComplete");
    assertThat(Files.list(kept)).hasSize(1);
  }

  @Test
  void aNameThatIsNoFileNameStaysInTheDirectory() throws IOException {
    String text = Files.readString(Path.of(Cli.strategy("no-wait.c")));
    Path file = directory.resolve("s.c");
    Files.writeString(file, text.replace("strategy: no-wait", "strategy: ../../up"));
    Path kept = directory.resolve("kept");

    Cli.run(
        "check",
        file.toString(),
        "--memory",
        "sc",
        "-q",
        "--out",
        kept.toString(),
        "--property",
        "NoUseBeforeInit");

    assertThat(Files.list(kept)).containsExactly(kept.resolve("Up"));
  }

  private static JsonNode result(JsonNode document, String strategy, String property) {
    return StreamSupport.stream(document.get("results").spliterator(), false)
        .filter(r -> r.get("strategy").textValue().equals(strategy))
        .filter(r -> r.get("property").textValue().equals(property))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(JsonNode node) {
    return node.properties().stream().map(java.util.Map.Entry::getKey).toList();
  }

  @Test
  void aStrategyCannotSendCommandsToTheTerminal() throws IOException {
    Path file = directory.resolve("hostile.c");
    Files.writeString(
        file,
        Files.readString(Path.of(Cli.strategy("no-wait.c")))
            .replace("strategy: no-wait", "strategy: a\u001b[2Jb")
            .replace("title: ", "title: c\u202ed"));

    Cli.Result result = Cli.run("check", file.toString(), "--memory", "sc");

    assertThat(result.out()).contains("a\\u001b[2Jb", "c\\u202ed");
    assertThat(result.out() + result.err()).doesNotContain("\u001b", "\u202e");
  }

  @Test
  void tlcGetsNoMoreMemoryThanItsPartOfTheLimit() throws IOException {
    Cli.Result result =
        Cli.run(
            "check",
            "rcu",
            "--memory",
            "sc",
            "--memory-limit",
            "600m",
            "--jobs",
            "2",
            "--out",
            directory.toString());

    assertThat(result.code()).isZero();
    Matcher heap =
        Pattern.compile("with (\\d+)MB heap")
            .matcher(Files.readString(directory.resolve("rcu/sc/lifted/RcuReported.log")));
    assertThat(heap.find()).isTrue();
    assertThat(Integer.parseInt(heap.group(1))).isBetween(120, 160);
  }
}
