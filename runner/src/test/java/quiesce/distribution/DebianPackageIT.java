package quiesce.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quiesce.report.Version;

/** The package, installed on this machine, used by an ordinary user, and removed again. */
class DebianPackageIT {
  private static final Path PACKAGE =
      Path.of("target", "quiesce_" + Version.current() + "_all.deb").toAbsolutePath();
  private static final List<Path> SYSTEM = List.of(Path.of("/usr"), Path.of("/var"));

  @TempDir private Path directory;

  @Test
  void isInstalledUsedAndRemovedWithoutATrace() throws Exception {
    Shell shell = Shell.in(directory);
    assumeCanInstall(shell);
    TreeSet<Path> before = traces();
    try {
      assertThat(run(shell, "dpkg", "--install", PACKAGE.toString())).contains("Setting up");
      String listed = run(shell, "dpkg", "--listfiles", "quiesce");
      List<Path> files =
          listed.lines().map(Path::of).filter(path -> !Files.isDirectory(path)).toList();
      assertThat(files)
          .contains(
              Path.of("/usr/bin/quiesce"),
              Path.of("/usr/share/man/man1/quiesce-check.1.gz"),
              Path.of("/usr/share/bash-completion/completions/quiesce"),
              Path.of("/usr/share/zsh/vendor-completions/_quiesce"),
              Path.of("/usr/share/doc/quiesce/copyright"))
          .allSatisfy(file -> assertThat(file).exists());
      assertThat(Path.of("/usr/share/quiesce/lib"))
          .isDirectoryContaining("glob:**/quiesce-*.jsa")
          .isDirectoryContaining("glob:**/quiesce-runner-*.jar");
      checksAsAnOrdinaryUser(shell);
      run(shell, "dpkg", "--remove", "quiesce");
      assertThat(files).allSatisfy(file -> assertThat(exists(file)).as("%s", file).isFalse());
    } finally {
      shell.run("dpkg", "--purge", "quiesce");
    }
    assertThat(traces()).isEqualTo(before);
  }

  @Test
  void hasNoErrorsByLintian() throws Exception {
    assumeTrue(Shell.has("lintian"), "no lintian to ask");
    Shell.Result result =
        Shell.in(directory)
            .run("lintian", "--allow-root", "--fail-on", "error", PACKAGE.toString());
    assertThat(result.code()).as("%s%s", result.out(), result.err()).isZero();
  }

  private void checksAsAnOrdinaryUser(Shell shell) throws Exception {
    Path home = Files.createDirectory(directory.resolve("home"));
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    run(shell, "chown", "nobody", home.toString());
    Shell.Result result =
        new Shell(home, shell.environment())
            .run(
                List.of(
                    "runuser -u nobody -- env PATH=/usr/bin:/bin HOME=%s quiesce check rcu --memory sc"
                        .formatted(home)
                        .split(" ")));
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out()).contains("NoDereferenceAfterTeardown").endsWith("; all as expected\n");
    // It starts from the archive that root made.
    assertThat(home.resolve(".cache/quiesce")).isDirectory();
    assertThat(home.resolve(".cache/quiesce/start")).doesNotExist();
  }

  private static void assumeCanInstall(Shell shell) throws Exception {
    for (String command : List.of("dpkg", "apt-get", "runuser")) {
      assumeTrue(Shell.has(command), "no " + command + ", which installing takes");
    }
    assumeTrue(Shell.isRoot(), "only root can install packages");
    assumeTrue(
        shell.run("dpkg-query", "--show", "quiesce").code() != 0,
        "quiesce is installed, and would be removed");
    Shell.Result plan =
        shell.run("apt-get", "--simulate", "--no-download", "install", PACKAGE.toString());
    assumeTrue(
        plan.code() == 0 && plan.out().lines().filter(l -> l.startsWith("Inst ")).count() == 1,
        () -> "what the package depends on is not installed\n" + plan.out() + plan.err());
  }

  /** What is called quiesce on this machine, outside of people's own directories. */
  private static TreeSet<Path> traces() throws IOException {
    TreeSet<Path> found = new TreeSet<>();
    Predicate<Path> ours = path -> path.getFileName().toString().contains("quiesce");
    for (Path root : SYSTEM) {
      try (Stream<Path> files = Files.find(root, Integer.MAX_VALUE, (path, a) -> ours.test(path))) {
        files.forEach(found::add);
      }
    }
    return found;
  }

  private static boolean exists(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static String run(Shell shell, String... command) throws Exception {
    Shell.Result result = shell.run(command);
    assertThat(result.code()).as("%s%s", result.out(), result.err()).isZero();
    return result.out();
  }
}
