package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.lang3.ArrayUtils;
import org.apache.commons.text.StringEscapeUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import quiesce.format.Itf;
import quiesce.format.Junit;
import quiesce.format.Ktap;
import quiesce.format.Markdown;
import quiesce.format.Sarif;
import quiesce.golden.Golden;
import quiesce.text.Visible;

/** What other programs read, from the command to the document. */
class FormatsTest {
  private static final String NO_WAIT = Cli.strategy("no-wait.c");

  @TempDir private Path directory;

  @Test
  void junitTellsTheRaceInTheFailure() {
    Cli.Result result = check("junit", NO_WAIT, "rcu");

    Document document = Junit.read(result.out());
    Element failure =
        Junit.only(Junit.testCase(document, "no-wait (sc)", "NoDereferenceAfterTeardown"));
    assertThat(failure.getTagName()).isEqualTo("failure");
    assertThat(failure.getTextContent())
        .contains("CPU 0", "A->is_in_guest()  :26", "26: cbs->is_in_guest();");
    assertThat(document.getDocumentElement().getAttribute("failures")).isEqualTo("2");
    assertThat(result.code()).isEqualTo(1);
  }

  @Test
  void whatTheFileDeclaresFailsNowhere() {
    String declared = Cli.strategy("no-wait-declared.c");

    Cli.Result junit = check("junit", declared);
    Cli.Result sarif = check("sarif", declared);

    Document document = Junit.read(junit.out());
    assertThat(Junit.elements(document, "failure")).isEmpty();
    assertThat(Junit.elements(document, "system-out")).hasSize(2);
    JsonNode result = Sarif.result(Sarif.read(sarif.out()), "PriorReadersComplete");
    assertThat(result.get("level").textValue()).isEqualTo("note");
    assertThat(
            result.at("/suppressions/0/location/physicalLocation/region/snippet/text").textValue())
        .isEqualTo(" * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete");
    assertThat(List.of(junit.code(), sarif.code())).containsOnly(0);
  }

  @Test
  void sarifPointsAtTheLinesOfTheRace() {
    Cli.Result result = check("sarif", NO_WAIT);

    JsonNode violated = Sarif.result(Sarif.read(result.out()), "NoDereferenceAfterTeardown");
    JsonNode place = violated.at("/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").textValue())
        .isEqualTo("src/test/resources/quiesce/cli/no-wait.c");
    assertThat(place.at("/region/startLine").intValue()).isEqualTo(26);
    assertThat(place.at("/region/snippet/text").textValue()).isEqualTo("\t\tcbs->is_in_guest();");
    JsonNode flows = violated.at("/codeFlows/0/threadFlows");
    assertThat(flows).extracting(f -> f.get("id").textValue()).containsExactly("CPU 0", "CPU 1");
    List<JsonNode> steps = flows.findValues("executionOrder");
    assertThat(steps)
        .extracting(JsonNode::intValue)
        .doesNotHaveDuplicates()
        .contains(1, steps.size());
    assertThat(flows.toString()).contains("of " + steps.size() + ": CPU 0, NMI, sample(): ");
    assertThat(result.code()).isEqualTo(1);
  }

  @Test
  void aTimeoutIsAnErrorAndAFailedRun() {
    Cli.Result junit = check("junit", "rcu", "--timeout", "100ms");
    Cli.Result sarif = check("sarif", "rcu", "--timeout", "100ms");

    assertThat(Junit.elements(Junit.read(junit.out()), "error")).hasSize(9);
    assertThat(
            Sarif.read(sarif.out()).at("/runs/0/invocations/0/executionSuccessful").booleanValue())
        .isFalse();
    assertThat(List.of(junit.code(), sarif.code())).containsOnly(3);
  }

  @Test
  void memoryModelsAreSuitesOfTheirOwn() {
    Cli.Result result =
        Cli.run("check", "rcu-once", "--property", "NoUseBeforeInit", "-q", "--format", "junit");

    Document document = Junit.read(result.out());
    assertThat(Junit.elements(document, "testsuite"))
        .extracting(s -> s.getAttribute("name"))
        .containsExactly("rcu-once (sc)", "rcu-once (tso)", "rcu-once (weak)");
    assertThat(Junit.elements(document, "system-out")).hasSize(1);
    assertThat(Junit.testCase(document, "rcu-once (weak)", "NoUseBeforeInit").getTextContent())
        .contains("NoUseBeforeInit is violated, as the strategy expects");
  }

  @Test
  void ktapTellsTheRaceInTheDiagnostics() throws IOException {
    Path bad = Files.writeString(directory.resolve("bad.c"), "}{");

    Cli.Result result = check("ktap", NO_WAIT, "rcu", bad.toString());

    List<Ktap.Test> tests = Ktap.read(result.out());
    assertThat(tests).extracting(Ktap.Test::ok).containsExactly(false, true, false);
    Ktap.Test failed = tests.get(0).subtest("NoDereferenceAfterTeardown (sc)");
    assertThat(failed.data()).startsWith("violated, ").contains(", line 26; must hold: ");
    assertThat(failed.log()).anyMatch(line -> line.contains("A->is_in_guest()  :26"));
    assertThat(tests.get(2).directive()).isEqualTo("ERROR");
    assertThat(result.code()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "0, built-in",
    "0, global-once",
    "1, no-wait.c",
    "1, nowhere.c",
    "1, built-in --cpus 99",
    "1, rcu --timeout 1ms",
    "4, built-in --property NoDeadlock"
  })
  void exitCodesAreThoseOfKselftestWhereAsked(int code, String arguments) {
    String[] words = arguments.replace("no-wait.c", NO_WAIT).split(" ");

    Cli.Result result = run("check", "ktap", ArrayUtils.addAll(words, "--exit-codes", "kselftest"));

    assertThat(result.code()).as(result.err()).isEqualTo(code);
  }

  @Test
  void pathsAreRelativeToTheWorkingDirectory() {
    String absolute = Path.of(NO_WAIT).toAbsolutePath().toString();

    Element suite = Junit.elements(Junit.read(check("junit", absolute).out()), "testsuite").get(0);

    assertThat(suite.getAttribute("file")).isEqualTo(NO_WAIT);
  }

  @Test
  void aLassoIsATraceThatLoops() {
    Cli.Result result =
        Cli.run(
            "explain",
            "locked",
            "--memory",
            "sc",
            "--property",
            "ReadersComplete",
            "-q",
            "--format",
            "itf");

    JsonNode trace = Itf.read(result.out());
    assertThat(trace.at("/#meta/source").textValue()).isEqualTo("Locked.tla");
    assertThat(trace.at("/#meta/description").textValue())
        .isEqualTo("locked (sc): ReadersComplete is violated: a reader never returns");
    assertThat(trace.has("loop")).isTrue();
    assertThat(trace.at("/states/0/life").toString())
        .isEqualTo("{\"#map\":[[\"A\",\"raw\"],[\"B\",\"raw\"]]}");
    assertThat(trace.at("/states/1/#meta/index").intValue()).isEqualTo(1);
    assertThat(trace.at("/states/1/#meta/action").isTextual()).isTrue();
    assertThat(result.code()).isZero();
  }

  @Test
  void aTraceThatEndsHasNoLoop() {
    Cli.Result result = itf(NO_WAIT, "--property", "PriorReadersComplete");

    assertThat(Itf.read(result.out()).has("loop")).isFalse();
    Golden.check("quiesce/cli/no-wait.itf.json", result.out());
    assertThat(result.code()).isEqualTo(1);
  }

  @Test
  void ofSeveralCounterexamplesOneHasToBeChosen() {
    Cli.Result result = itf(NO_WAIT);

    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .isEqualTo(
            """
            quiesce: no-wait has 2 counterexamples and itf shows one; choose it by
              --memory sc --property NoDereferenceAfterTeardown
              --memory sc --property PriorReadersComplete
            """);
    assertThat(result.code()).isEqualTo(2);
  }

  @Test
  void whereNothingIsViolatedThereIsNoTrace() {
    Cli.Result result = itf("rcu", "--property", "NoDeadlock");

    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("rcu (sc): NoDeadlock holds: ");
    assertThat(result.code()).isZero();
  }

  @Test
  void noTextOfAStrategyIsTakenForMoreThanText() throws IOException {
    String path = Cli.strategy("hostile.c");
    String name = Files.readAllLines(Path.of(path)).get(1).substring(" * strategy: ".length());
    String shown = Visible.of(name);
    assertThat(name)
        .contains("<script>", "|", "`", "*)", "====", "]]>", "\\end{verbatim}", "\u202e");

    String text = Cli.run("check", path, "--memory", "sc", "-q", "--width", "1000").out();
    String progress = Cli.run("check", path, "--memory", "sc", "--timeout", "1ms").err();
    String junit = check("junit", path).out();
    String sarif = check("sarif", path).out();
    String markdown = check("markdown", path).out();
    String itf = itf(path, "--property", "PriorReadersComplete").out();
    String ktap = check("ktap", path).out();

    assertThat(Stream.of(text, progress, junit, sarif, markdown, itf, ktap))
        .allMatch(t -> t.equals(Visible.of(t)));
    assertThat(text).contains("\n\n" + shown + ": the title " + shown + "\n");
    assertThat(progress).startsWith("[1/1] " + shown + " (sc): ");
    Document document = Junit.read(junit);
    assertThat(Junit.elements(document, "testsuite").get(0).getAttribute("name"))
        .isEqualTo(shown + " (sc)");
    assertThat(Junit.elements(document, "property").get(0).getAttribute("value"))
        .isEqualTo("the title " + shown);
    assertThat(Junit.elements(document, "failure").get(0).getTextContent())
        .contains("cbs->is_in_guest(); // the note " + shown);
    JsonNode result = Sarif.result(Sarif.read(sarif), "NoDereferenceAfterTeardown");
    assertThat(result.at("/locations/0/physicalLocation/region/snippet/text").textValue())
        .isEqualTo("\t\tcbs->is_in_guest(); // the note " + shown);
    assertThat(result.at("/message/text").textValue())
        .contains("\\end{{verbatim}}", "[a\\](b)", "{{0}}");
    assertThat(StringEscapeUtils.unescapeHtml4(Markdown.read(markdown)))
        .contains("<td>" + shown + "</td>", "// the note " + shown);
    assertThat(Ktap.read(ktap).get(0).name()).isEqualTo(shown.replace("#", "\\u0023"));
    assertThat(Itf.read(itf).at("/#meta/description").textValue()).startsWith(shown + " (sc): ");
  }

  @Test
  void aFileNameIsQuotedAsAUri() throws IOException {
    Path file = Files.copy(Path.of(NO_WAIT), directory.resolve("a |b <x>.c"));

    JsonNode document = Sarif.read(check("sarif", file.toString()).out());

    assertThat(
            document
                .at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                .textValue())
        .startsWith("file:///")
        .endsWith("/a%20%7Cb%20%3Cx%3E.c");
  }

  /** With numbers, which are checked sooner where not all holds. */
  private static Cli.Result check(String format, String... arguments) {
    return run("check", format, ArrayUtils.add(arguments, "--cpus=2"));
  }

  private static Cli.Result itf(String... arguments) {
    return run("explain", "itf", arguments);
  }

  private static Cli.Result run(String command, String format, String... arguments) {
    return Cli.run(
        Stream.of(
                Stream.of(command),
                Stream.of(arguments),
                Stream.of("--memory", "sc", "-q", "--format", format))
            .flatMap(words -> words)
            .toArray(String[]::new));
  }
}
