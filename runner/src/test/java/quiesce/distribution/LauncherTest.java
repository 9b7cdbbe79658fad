package quiesce.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as it is installed, with a Java that says what it is asked for. */
class LauncherTest {
  private static final Path LAUNCHER = Path.of("../quiesce");
  private static final String FAKE_JAVA =
      """
      #!/bin/sh
      case " $* " in
        *' -version '*) echo 'openjdk version "17.0.1"' >&2 ;;
        *' -Xshare:dump '*)
          [ ! -e "${0%/bin/java}/makes-none" ] || exit 1
          for argument; do
            case $argument in
              -XX:SharedArchiveFile=*) echo archive >"${argument#*=}" ;;
            esac
          done ;;
        *' quiesce.cli.Training '*) ;;
        *)
          [ ! -e "${0%/bin/java}/broken" ] || { echo 'Error: broken' >&2; exit 1; }
          for argument; do echo "$argument"; done ;;
      esac
      """;

  private static final Shell.Result NOT_STARTED =
      new Shell.Result(3, "", "quiesce: java does not start: Error: broken\n");

  @TempDir private Path directory;
  private Path lib;
  private Path cache;
  private Shell shell;

  @BeforeEach
  void install() throws IOException {
    Path home = Files.createDirectories(directory.resolve("a place/quiesce-1.0"));
    lib = Files.createDirectories(home.resolve("lib"));
    Files.createDirectories(home.resolve("bin"));
    Files.copy(LAUNCHER, home.resolve("bin/quiesce"));
    Files.createFile(lib.resolve("quiesce-runner-1.0.jar"));
    Files.createFile(lib.resolve("other.jar"));
    Files.writeString(lib.resolve("digest"), "abc\n");
    Path java = directory.resolve("java/bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(java, FAKE_JAVA);
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setLastModifiedTime(java, FileTime.fromMillis(0));
    Files.createDirectories(directory.resolve("java/bin"));
    shell = Shell.in(directory).with("JAVA_HOME", directory.resolve("java").toString());
    cache = directory.resolve(".cache/quiesce/start");
  }

  @Test
  void theFirstStartMakesAnArchiveBesideTheJars() throws Exception {
    Shell.Result first = start();
    assertThat(first.err()).startsWith("quiesce: preparing faster starts");
    assertThat(first.out())
        .contains("\n-XX:SharedArchiveFile=" + lib.toRealPath().resolve("quiesce-abc.jsa") + "\n")
        .endsWith("\nquiesce.cli.Main\n--an option\n");
    assertThat(files(lib))
        .containsExactly(
            "digest", "other.jar", "quiesce-abc.jsa", "quiesce-runner-1.0.jar", "started");
    assertThat(cache).doesNotExist();

    assertThat(start()).isEqualTo(new Shell.Result(0, first.out(), ""));
  }

  @Test
  void isStartedThroughALinkToo() throws Exception {
    Files.createDirectories(directory.resolve("bin"));
    Path link = directory.resolve("bin/quiesce");
    Files.createSymbolicLink(link, Path.of("../a place/quiesce-1.0/bin/quiesce"));
    assertThat(shell.run(link.toString(), "list").out()).endsWith("\nquiesce.cli.Main\nlist\n");
  }

  @Test
  void otherJarsGetAnArchiveOfTheirOwn() throws Exception {
    start();
    Files.writeString(lib.resolve("digest"), "def\n");
    assertThat(start().out()).contains("/quiesce-def.jsa\n");
    assertThat(archives(lib)).containsExactly("quiesce-def.jsa");
  }

  @Test
  void aLaterJavaGetsAnArchiveOfItsOwn() throws Exception {
    start();
    Files.setLastModifiedTime(lib.resolve("quiesce-abc.jsa"), FileTime.fromMillis(0));
    Files.setLastModifiedTime(directory.resolve("java/bin/java"), FileTime.fromMillis(5000));
    assertThat(start().err()).startsWith("quiesce: preparing faster starts");
    assertThat(start().err()).isEmpty();
  }

  @Test
  void aJavaThatMakesNoArchiveIsAskedOnce() throws Exception {
    Files.createFile(directory.resolve("java/makes-none"));
    assertThat(start().out()).doesNotContain("SharedArchiveFile");
    assertThat(start()).satisfies(r -> assertThat(r.out()).doesNotContain("SharedArchiveFile"));
    assertThat(start().err()).isEmpty();
  }

  @Test
  void whereNobodyMayWriteTheUsersCacheHasTheArchive() throws Exception {
    foreign(lib);
    assertThat(start().out())
        .contains("\n-XX:SharedArchiveFile=" + cache.resolve("quiesce-abc.jsa") + "\n");
    assertThat(Files.getPosixFilePermissions(cache))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    assertThat(archives(lib)).isEmpty();
    assertThat(start().err()).isEmpty();
  }

  @Test
  void anArchiveThatAnotherUserMadeIsNotUsed() throws Exception {
    assumeTrue(Shell.isRoot(), "only root can give files away");
    foreign(lib);
    start();
    shell.run("chown", "nobody", cache.resolve("quiesce-abc.jsa").toString());
    assertThat(start().err()).startsWith("quiesce: preparing faster starts");
    shell.run("chown", "nobody", cache.toString());
    assertThat(start()).satisfies(r -> assertThat(r.out()).doesNotContain("SharedArchiveFile"));
  }

  @Test
  void startsWithoutAnyPlaceForAnArchive() throws Exception {
    foreign(lib);
    Files.createFile(directory.resolve(".cache"));
    Shell.Result result = start();
    assertThat(result.out()).doesNotContain("SharedArchiveFile").contains("quiesce.cli.Main");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void saysThatJarsAreMissing() throws Exception {
    Files.delete(lib.resolve("digest"));
    assertThat(start())
        .isEqualTo(
            new Shell.Result(
                3,
                "",
                "quiesce: %s is not as it was installed; install quiesce again\n"
                    .formatted(lib.toRealPath())));
  }

  @Test
  void saysThatJavaIsTooOld() throws Exception {
    Path java = directory.resolve("java/bin/java");
    Files.writeString(java, FAKE_JAVA.replace("17.0.1", "11.0.2"));
    Files.createFile(directory.resolve("java/broken"));
    assertThat(start())
        .isEqualTo(
            new Shell.Result(3, "", "quiesce: java is version 11; install version 17 or later\n"));
  }

  @Test
  void aJavaThatDoesNotStartIsNoVerdict() throws Exception {
    Files.createFile(directory.resolve("java/broken"));
    assertThat(start()).isEqualTo(NOT_STARTED);
    assertThat(archives(lib)).isEmpty();
  }

  @Test
  void whatHasStartedIsTriedAgainWhenSomethingHasChanged() throws Exception {
    start();
    Files.createFile(directory.resolve("java/broken"));
    assertThat(start().code()).as("nothing has").isEqualTo(1);

    Shell options = shell.with("JAVA_TOOL_OPTIONS", "-Xmx1k");
    assertThat(options.run(lib.resolveSibling("bin/quiesce").toString())).isEqualTo(NOT_STARTED);
    Files.delete(lib.resolve("other.jar"));
    assertThat(start()).isEqualTo(NOT_STARTED);
  }

  @Test
  void aJarThatIsWrittenToIsTried() throws Exception {
    start();
    Files.createFile(directory.resolve("java/broken"));
    Files.writeString(lib.resolve("other.jar"), "damaged");
    Files.setLastModifiedTime(
        lib.resolve("other.jar"), FileTime.from(Instant.now().plusSeconds(60)));

    assertThat(start()).isEqualTo(NOT_STARTED);
  }

  private Shell.Result start() throws Exception {
    return shell.run(lib.resolveSibling("bin/quiesce").toString(), "--an option");
  }

  /** Nobody's, or at least nothing to write to: root may write anywhere. */
  private void foreign(Path path) throws Exception {
    if (Shell.isRoot()) {
      assertThat(shell.run("chown", "nobody", path.toString()).code()).isZero();
    } else {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r-xr-xr-x"));
    }
  }

  private static List<String> archives(Path directory) throws IOException {
    return files(directory).stream().filter(name -> name.endsWith(".jsa")).toList();
  }

  private static List<String> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
