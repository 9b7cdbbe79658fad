package quiesce.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    Files.createFile(Files.createDirectory(lib.resolve("shared")).resolve("tlc.jar"));
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
            "digest",
            "other.jar",
            "quiesce-abc.jsa",
            "quiesce-abc.jsa.seal",
            "quiesce-runner-1.0.jar",
            "shared");
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
    assertThat(start())
        .isEqualTo(
            new Shell.Result(3, "", "quiesce: java is version 11; install version 17 or later\n"));
  }

  @ParameterizedTest
  @EnumSource(Change.class)
  void whatHasChangedIsTriedAgain(Change change) throws Exception {
    foreign(lib);
    start();
    assertThat(start().err()).isEmpty();

    change.how.to(this);

    assertThat(start().err()).startsWith("quiesce: preparing faster starts");
    assertThat(start().err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo 'Error: Could not find or load main class quiesce.cli.Main' >&2; exit 1",
        "echo 'Picked up JAVA_TOOL_OPTIONS: -x' >&2; echo 'Error: corrupt' >&2; exit 1",
        "exit 134",
        "exit 127"
      })
  void aJavaThatDoesNotStartQuiesceIsNoVerdict(String end) throws Exception {
    assertThat(start().code()).isZero();
    java(FAKE_JAVA.replace("for argument; do echo", end + "\nfor argument; do echo"));

    Shell.Result result = start();

    assertThat(result.code()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines().toList()).singleElement().asString().startsWith("quiesce: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\177ELF", "no program", "exit 1", "#!/nowhere\n"})
  void aJavaThatIsNoneIsNoVerdict(String content) throws Exception {
    assertThat(start().code()).isZero();
    java(content);

    Shell.Result result = start();

    assertThat(result.code()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines().toList()).singleElement().asString().startsWith("quiesce: ");
  }

  @Test
  void withoutJavaThereIsNoVerdict() throws Exception {
    Path empty = Files.createDirectory(directory.resolve("empty"));
    Path path = Files.createDirectory(directory.resolve("path"));
    for (String command : List.of("sh", "dirname", "readlink")) {
      Files.createSymbolicLink(path.resolve(command), Path.of("/bin/" + command));
    }
    Files.setPosixFilePermissions(
        directory.resolve("java/bin/java"), PosixFilePermissions.fromString("rw-r--r--"));

    Shell.Result result =
        shell
            .with("PATH", path.toString())
            .with("JAVA_HOME", empty.toString())
            .run("/bin/sh", lib.resolveSibling("bin/quiesce").toString());

    assertThat(result)
        .isEqualTo(
            new Shell.Result(
                3, "", "quiesce: java is missing; install Java, version 17 or later\n"));
  }

  @Test
  void whatHasStartedIsTriedOnceMoreWithOptionsAndLimits() throws Exception {
    start();
    Files.createFile(directory.resolve("java/broken"));
    String launcher = lib.resolveSibling("bin/quiesce").toString();

    assertThat(start().code()).as("nothing is otherwise").isEqualTo(1);

    assertThat(shell.with("JAVA_TOOL_OPTIONS", "-Xmx1k").run(launcher)).isEqualTo(NOT_STARTED);
    for (String limit : List.of("-v 100000000", "-n 200")) {
      String command = "ulimit " + limit + "; exec \"$0\"";
      assertThat(shell.run("/bin/sh", "-c", command, launcher)).isEqualTo(NOT_STARTED);
    }
  }

  /** What may become of what a start takes, with the same time as before. */
  private enum Change {
    A_JAR(test -> keepingTime(test.lib.resolve("other.jar"), f -> Files.writeString(f, "x"))),
    A_JAR_LESS(test -> Files.delete(test.lib.resolve("other.jar"))),
    THE_JAR_OF_SHARED_JVMS(
        test -> keepingTime(test.lib.resolve("shared/tlc.jar"), f -> Files.writeString(f, "x"))),
    THE_ARCHIVE(
        test ->
            keepingTime(
                test.cache.resolve("quiesce-abc.jsa"), f -> Files.writeString(f, "ARCHIVE\n"))),
    A_COPY_OF_THE_ARCHIVE(
        test -> {
          Path archive = test.cache.resolve("quiesce-abc.jsa");
          Path copy = test.directory.resolve("copy");
          Files.copy(archive, copy, StandardCopyOption.COPY_ATTRIBUTES);
          Files.move(copy, archive, StandardCopyOption.REPLACE_EXISTING);
        }),
    ITS_MODE(
        test ->
            Files.setPosixFilePermissions(
                test.cache.resolve("quiesce-abc.jsa"),
                PosixFilePermissions.fromString("rw-rw-rw-"))),
    ITS_SEAL(test -> Files.delete(test.cache.resolve("quiesce-abc.jsa.seal"))),
    JAVA(
        test ->
            keepingTime(
                test.directory.resolve("java/bin/java"),
                f -> Files.writeString(f, FAKE_JAVA + "# another\n")));

    private final How how;

    Change(How how) {
      this.how = how;
    }

    private interface How {
      void to(LauncherTest test) throws IOException;
    }

    private interface Write {
      void to(Path file) throws IOException;
    }

    private static void keepingTime(Path file, Write write) throws IOException {
      FileTime time = Files.getLastModifiedTime(file);
      write.to(file);
      Files.setLastModifiedTime(file, time);
    }
  }

  private void java(String content) throws IOException {
    Files.writeString(directory.resolve("java/bin/java"), content);
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
