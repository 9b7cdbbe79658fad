package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quiesce.golden.Golden;
import quiesce.module.Count;
import quiesce.report.Version;

class SweepCommandTest {
  @TempDir private Path directory;

  @Test
  void allFormsAreWrittenOfOneSweep() throws Exception {
    Path out = directory.resolve("sweep");

    Cli.Result result =
        sweep(
            "global-once",
            "rcu-once",
            "--memory",
            "sc,weak",
            "--cpus",
            "1,3",
            "--registrations",
            "1",
            "--width",
            "60",
            "--out",
            out.toString());

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out().lines())
        .containsExactly(
            out.resolve("sweep.txt").toString(),
            out.resolve("sweep.csv").toString(),
            out.resolve("sweep.svg").toString(),
            out.resolve("sweep.json").toString());
    try (Stream<Path> files = Files.list(out)) {
      files.forEach(
          file ->
              Golden.check(
                  "quiesce/sweep/" + file.getFileName(),
                  read(file).replace(Version.current(), "<version>")));
    }
    assertThat(Files.readAllLines(out.resolve("sweep.txt")))
        .allMatch(line -> line.length() <= 60)
        .anyMatch(line -> line.startsWith("global-once: violated at "));
  }

  @Test
  void aFileHasTheFormThatItsNameSays() {
    Path file = directory.resolve("new/deep/once.csv");

    Cli.Result result =
        sweep("global-once", "--cpus", "1", "--memory", "sc", "--out", file.toString());

    assertThat(result.out()).isEqualTo(file + "\n");
    assertThat(read(file)).startsWith("strategy,memory,compiler,cpus,registrations,states,");
    assertThat(read(file).split("\r\n")).hasSize(3);
  }

  @Test
  void aShardSaysThatItIsOneAndHasItsPointsAlone() throws Exception {
    Cli.Result first = sweep("global-once", "--cpus", "1,2", "--memory", "sc", "--shard", "1/2");
    Cli.Result json =
        sweep(
            "global-once", "--cpus", "1,2", "--memory", "sc", "--shard", "2/2", "--format", "json");

    assertThat(first.code()).isZero();
    assertThat(first.out())
        .startsWith("shard 1/2: 2 of 4 points, and nothing of the others\nglobal-once: violated");
    JsonNode document = new ObjectMapper().readTree(json.out());
    assertThat(document.get("shard").get("allPoints").asInt()).isEqualTo(4);
    assertThat(document.get("points")).hasSize(2);
  }

  @Test
  void aShardMayHaveNoPointAtAll() {
    Cli.Result result =
        sweep("global-once", "--cpus", "1", "--memory", "sc", "--shard", "9/9", "--format", "text");

    assertThat(result.code()).isZero();
    assertThat(result.out()).startsWith("shard 9/9: 0 of 2 points");
  }

  @Test
  void onePropertyIsAskedForAlone() {
    Cli.Result result =
        sweep(
            "global-once",
            "--cpus",
            "2",
            "--memory",
            "sc",
            "--property",
            "Tear",
            "--format",
            "csv");

    assertThat(result.out().lines().findFirst().orElseThrow())
        .endsWith(",states for,NoDereferenceAfterTeardown");
  }

  @Test
  void theCompilerMayBeOnAndOff() {
    Path file = Path.of("src", "test", "resources", "machine", "compiler", "reload-helper.c");

    Cli.Result result =
        sweep(file.toString(), "--cpus", "2", "--memory", "sc", "--compiler", "off,on");

    assertThat(result.out())
        .startsWith("reload-helper: violated at 2 of 4 points, holds at 2\n")
        .contains(
            "violated from 2 CPUs and 1 registration on under sc with the compiler on: NoWarning");
  }

  @Test
  void whatIsRefusedDoesNotStopTheOthers() throws Exception {
    Path broken = Files.writeString(directory.resolve("broken.c"), "int x;");

    Cli.Result result = sweep("global-once", broken.toString(), "--cpus", "1", "--memory", "sc");

    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("broken.c:");
    assertThat(result.out()).startsWith("global-once: ");
  }

  @Test
  void aNameCannotBeAFormulaNorMarkup() throws Exception {
    String source = Cli.run("show", "global-once", "--source").out();
    Path hostile =
        Files.writeString(
            directory.resolve("x.c"),
            source.replace("strategy: global-once", "strategy: =<b>,\"\u202e"));
    Path out = directory.resolve("out");

    Cli.Result result =
        sweep(
            hostile.toString(),
            "--cpus",
            "1",
            "--memory",
            "sc",
            "--property",
            "Tear",
            "--out",
            out.toString());

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(read(out.resolve("sweep.csv"))).contains("\"'=<b>,\"\"\\u202e\",sc,");
    assertThat(read(out.resolve("sweep.svg"))).contains("=&lt;b&gt;,").doesNotContain("<b>");
  }

  @Test
  void withoutAVerdictTheCodeIsThatOfTheEngineAndNothingIsSaidToHold() throws Exception {
    String jar = Cli.noTlc(directory).toString();

    Cli.Result result = sweep("rcu", "--cpus", "2", "--memory", "sc", "--tla2tools", jar);

    assertThat(result.code()).isEqualTo(ExitCode.ENGINE);
    assertThat(result.out())
        .startsWith("rcu: unknown at all 2 points\n")
        .contains("unknown: TLC did not start")
        .doesNotContain("holds at");
  }

  /** It would be a check of one. */
  @Test
  void rangesAreInOrderAndHaveEachNumberOnce() {
    assertThat(new Converters.OfCounts().convert("any,3,1..2,2").all())
        .containsExactly(Count.of(1), Count.of(2), Count.of(3), Count.ANY);
    assertThat(new Converters.OfSeveralMemoryModels().convert("weak,sc,weak").names())
        .containsExactly("sc", "weak");
    assertThat(new Converters.OfSwitches().convert("off,on").all()).containsExactly(true, false);
  }

  /** As a proof for any number is of each, it is taken for many where that is not forbidden. */
  @Test
  void manyAreExploredAsTheyAreWhereThatIsAskedFor() {
    String[] command = {"rcu", "--cpus", "2,3", "--registrations", "2", "--memory", "sc"};
    String[] exact = Stream.concat(Stream.of(command), Stream.of("--exact")).toArray(String[]::new);

    assertThat(sweep(command).out())
        .contains("sc         2    2     89   holds", "sc         3    2     25*  holds");
    assertThat(sweep(exact).out())
        .contains("sc         3    2    209   holds", ", numbers as they are,")
        .doesNotContain("*");
  }

  /** Nothing is measured: what is printed twice is the same. */
  @Test
  void twoSweepsPrintTheSame() {
    Map<String, String> environment = new HashMap<>(Cli.ENVIRONMENT);
    String[] command = {"sweep", "rcu-once", "--cpus", "1..2", "--memory", "sc", "-q"};

    assertThat(Cli.run(environment, command)).isEqualTo(Cli.run(environment, command));
  }

  private static Cli.Result sweep(String... arguments) {
    return Cli.run(
        Stream.concat(Stream.of("sweep", "-q"), Stream.of(arguments)).toArray(String[]::new));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
