package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
  @TempDir private Path directory;

  @Test
  void writesASiteTwiceTheSame() {
    Path site = directory.resolve("a/site");
    Cli.Result first = report("rcu-once", site);
    Map<Path, String> before = files(site);
    Cli.Result second = report("rcu-once", site);

    assertThat(first.code()).isZero();
    assertThat(first.out()).isEqualTo(site.resolve("index.html") + "\n");
    assertThat(before).containsKey(Path.of("strategies/rcu-once/index.html"));
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(files(site)).isEqualTo(before);
  }

  @Test
  void whatTheReportBeforeHadGoesAndWhatOthersPutThereStays() throws IOException {
    Path outside = directory.resolve("outside");
    Files.writeString(outside, "kept");
    report("rcu-wait-first", directory.resolve("site"));
    Path site = directory.resolve("site");
    assertThat(site.resolve("strategies/rcu-wait-first/sc-PriorReadersComplete.html")).exists();
    Files.writeString(site.resolve("CNAME"), "kept");
    Files.writeString(
        site.resolve(SiteDirectory.LIST),
        Files.readString(site.resolve(SiteDirectory.LIST)) + "../outside\n" + outside + "\n");

    report("rcu-once", site);

    assertThat(site.resolve("strategies/rcu-wait-first")).doesNotExist();
    assertThat(site.resolve("strategies/rcu-once/index.html")).exists();
    assertThat(site.resolve("CNAME")).hasContent("kept");
    assertThat(outside).hasContent("kept");
  }

  @Test
  void aDirectoryOfOthersIsLeftAloneUnlessForced() throws IOException {
    Files.writeString(directory.resolve("thesis.tex"), "kept");

    Cli.Result refused = report("rcu-once", directory);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("holds files that are not of a report", "--force");
    assertThat(files(directory)).hasSize(1);

    Cli.Result forced = report("rcu-once", directory, "--force");
    assertThat(forced.code()).isZero();
    assertThat(directory.resolve("index.html")).exists();
    assertThat(directory.resolve("thesis.tex")).hasContent("kept");
  }

  @Test
  void whatIsNotAsExpectedIsInTheExitCodeAndOnThePage() throws IOException {
    Cli.Result result = report(Cli.strategy("no-wait.c"), directory);

    assertThat(result.code()).isEqualTo(1);
    assertThat(Files.readString(directory.resolve("index.html"))).contains("not as expected");
  }

  @Test
  void anEngineThatCannotBeFoundLeavesNoSite() {
    Cli.Result result = report("rcu-once", directory, "--tla2tools", "no-such.jar");

    assertThat(result.code()).isEqualTo(3);
    assertThat(files(directory)).isEmpty();
  }

  @Test
  void aStrategyThatCannotBeReadLeavesNoDirectory() {
    Cli.Result result = report("./no-such.c", directory.resolve("site"));

    assertThat(result.code()).isEqualTo(2);
    assertThat(directory.resolve("site")).doesNotExist();
  }

  @Test
  void aStrategyThatIsRefusedStopsNoOther() throws IOException {
    Path bad = Files.writeString(directory.resolve("bad.c"), "}{");
    Path site = directory.resolve("site");

    Cli.Result result = report("rcu-once", site, bad.toString());

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("bad.c:1:1: error");
    assertThat(site.resolve("index.html")).content().contains("rcu-once").doesNotContain("bad.c");
  }

  @Test
  void markdownIsOneFileInADirectoryOrOfANameOfItsOwn() {
    Path file = directory.resolve("mine.md");
    assertThat(report("rcu-once", file, "--format", "markdown").out()).isEqualTo(file + "\n");
    assertThat(report("rcu-once", directory, "--format", "markdown").out())
        .isEqualTo(directory.resolve("report.md") + "\n");

    assertThat(file).content().contains("rcu-once", "WRITE_ONCE(perf_guest_cbs, cbs);");
    assertThat(directory.resolve("report.md")).hasSameTextualContentAs(file);
  }

  @Test
  void saysWhatIsMissing() {
    Cli.Result result = Cli.run("report", "rcu-once");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("--out");
  }

  private static Cli.Result report(String strategy, Path out, String... more) {
    return Cli.run(
        Stream.concat(
                Stream.of("report", strategy, "--memory", "sc", "-q", "--out", out.toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private static Map<Path, String> files(Path directory) {
    Map<Path, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(directory.relativize(file), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
