package quiesce.distribution;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quiesce.report.Version;

/** What is unpacked anywhere and runs. */
class ArchiveIT {
  private static final String NAME = "quiesce-" + Version.current();

  /** Names at the beginning of a line, and who they are from. */
  private static final Pattern LIBRARIES = Pattern.compile("  ([^ ,]+(?:, [^ ,]+)*),?(?: {2,}.*)?");

  @TempDir private static Path directory;
  private static Path home;
  private static Shell shell;

  @BeforeAll
  static void unpack() throws Exception {
    shell = Shell.in(directory);
    Path archive = Path.of("target", NAME + ".tar.gz").toAbsolutePath();
    assertThat(shell.run("tar", "-xzf", archive.toString()).code()).isZero();
    home = directory.resolve(NAME);
  }

  @Test
  void runsWhereItIsUnpacked() throws Exception {
    String launcher = home.resolve("bin/quiesce").toString();
    Shell.Result first = shell.run(launcher, "--version");
    assertThat(first.out()).isEqualTo("quiesce " + Version.withCommit() + "\n");
    assertThat(first.err()).startsWith("quiesce: preparing faster starts").hasLineCount(1);
    assertThat(shell.run(launcher, "--version")).isEqualTo(new Shell.Result(0, first.out(), ""));
    assertThat(shell.run(launcher, "show", "rcu", "--source"))
        .isEqualTo(new Shell.Result(0, Files.readString(Path.of("../specs/rcu/strategy.c")), ""));
  }

  @Test
  void eachCommandHasAManualPage() throws Exception {
    assumeTrue(Shell.has("bash"), "no bash to complete commands");
    TreeSet<String> pages = new TreeSet<>(List.of("quiesce.1.gz"));
    for (String command : completions("quiesce", "")) {
      pages.add("quiesce-" + command + ".1.gz");
    }
    assertThat(pages).contains("quiesce-check.1.gz", "quiesce-litmus.1.gz");
    Path manual = home.resolve("share/man/man1");
    assertThat(files(manual)).containsExactlyElementsOf(pages);
    for (String page : pages) {
      String name = page.substring(0, page.indexOf('.'));
      assertThat(uncompressed(manual.resolve(page)))
          .contains(".TH \"" + name.toUpperCase(Locale.ROOT).replace("-", "\\-") + "\" \"1\" ")
          .contains(".SH \"SYNOPSIS\"", ".SH \"OPTIONS\"");
    }
  }

  @Test
  void bashCompletesOptionsAndValues() throws Exception {
    assumeTrue(Shell.has("bash"), "no bash to complete commands");
    assertThat(completions("quiesce", "che")).containsExactly("check");
    assertThat(completions("quiesce", "check", "--mem"))
        .containsExactlyInAnyOrder("--memory", "--memory-limit");
    assertThat(completions("quiesce", "check", "--memory", ""))
        .containsExactly("sc", "tso", "weak", "all");
    assertThat(completions("quiesce", "check", "--format", "ju")).containsExactly("junit");
    assertThat(completions("quiesce", "explain", "--property", "NoD"))
        .contains("NoDereferenceAfterTeardown", "NoDeadlock");
  }

  @Test
  void zshKnowsWhereTheCompletionIs() throws Exception {
    assumeTrue(Shell.has("zsh"), "no zsh to complete commands");
    String script =
        """
        fpath=(%s $fpath)
        autoload -U compinit && compinit -D -u
        print -r -- $_comps[quiesce]
        autoload -U bashcompinit && bashcompinit
        _bash_complete() { print -r -- "$@" }
        bashcompinit() { }
        _quiesce 2>&1
        whence -w _complete_quiesce
        """
            .formatted(home.resolve("share/zsh/site-functions"));
    Shell.Result result = shell.run("zsh", "-f", "-c", script);
    assertThat(result.out())
        .isEqualTo("_quiesce\n-o default -F _complete_quiesce\n_complete_quiesce: function\n");
  }

  @Test
  void theNoticeNamesEachLibraryAndNoOther() throws Exception {
    List<String> named =
        Files.readAllLines(home.resolve("NOTICE")).stream()
            .map(LIBRARIES::matcher)
            .filter(Matcher::matches)
            .flatMap(line -> Stream.of(line.group(1).split(", ")))
            .toList();
    assertThat(named)
        .containsExactlyInAnyOrderElementsOf(
            files(home.resolve("lib"))
                .filter(file -> file.endsWith(".jar") && !file.startsWith("quiesce-"))
                .map(file -> file.replaceFirst("-[0-9].*", ""))
                .toList());
    assertThat(home.resolve("LICENSE")).isRegularFile();
  }

  @Test
  void theBillOfMaterialsNamesEachJar() throws Exception {
    Path file = home.resolve("quiesce.cdx.json");
    assumeTrue(Files.exists(file), "Maven was offline, where it makes no bill of materials");
    JsonNode bill = new ObjectMapper().readTree(file.toFile());
    TreeSet<String> jars = new TreeSet<>();
    jars.add(jar(bill.at("/metadata/component")));
    bill.get("components").forEach(component -> jars.add(jar(component)));
    assertThat(files(home.resolve("lib")).filter(name -> name.endsWith(".jar")))
        .containsExactlyElementsOf(jars);
    // What would differ each time.
    assertThat(bill.has("serialNumber")).isFalse();
    assertThat(bill.at("/metadata/timestamp").asText("2026")).startsWith("2026");
  }

  @Test
  void theZipHasTheSameFiles() throws Exception {
    assumeTrue(Shell.has("unzip"), "no unzip to unpack with");
    Path other = Files.createDirectories(directory.resolve("zip"));
    Path archive = Path.of("target", NAME + ".zip").toAbsolutePath();
    assertThat(shell.run("unzip", "-q", archive.toString(), "-d", other.toString()).code())
        .isZero();
    assertThat(other.resolve(NAME).resolve("bin/quiesce")).isExecutable();
    Shell.Result difference =
        shell.run("diff", "-r", "-x", "*.jsa", home.toString(), other.resolve(NAME).toString());
    assertThat(difference).isEqualTo(new Shell.Result(0, "", ""));
  }

  private static String jar(JsonNode component) {
    return component.get("name").asText() + "-" + component.get("version").asText() + ".jar";
  }

  private static List<String> completions(String... words) throws Exception {
    String script =
        """
        compopt() { :; }
        source %s
        COMP_WORDS=(%s)
        COMP_CWORD=%d
        _complete_quiesce
        printf '%%s\\n' "${COMPREPLY[@]}"
        """
            .formatted(
                home.resolve("share/bash-completion/completions/quiesce"),
                "'" + String.join("' '", words) + "'",
                words.length - 1);
    Shell.Result result = shell.run("bash", "-c", script);
    assertThat(result.err()).isEmpty();
    return result.out().lines().map(String::strip).toList();
  }

  private static Stream<String> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(toCollection(TreeSet::new))
          .stream();
    }
  }

  private static String uncompressed(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
