package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** When the cache directory is left alone, and what a check does that cannot use it. */
class CacheUseTest {
  @TempDir Path home;

  @Test
  void withoutACacheTheDirectoryIsNotTouched() {
    Cli.Result result = check(home.resolve("cache"), "--no-cache");

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(home).isEmptyDirectory();
  }

  /** As root, too, nothing can be made there. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void whereNothingCanBeWrittenThatIsToldOnceAndTheCheckGoesOn() {
    Cli.Result result = check(Path.of("/proc/self"));

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.err().lines().filter(line -> line.contains("/proc/self")))
        .singleElement()
        .asString()
        .startsWith("quiesce: cannot write to /proc/self/quiesce (");
  }

  /** As where the disk fills while a check runs: that there was room at first says nothing. */
  @Test
  void aResultThatCannotBeKeptIsToldOnceAndTheCheckGoesOn() throws Exception {
    Files.createDirectory(home.resolve("quiesce"));
    Files.writeString(home.resolve("quiesce/results-v1"), "");

    Cli.Result result = check(home);

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.err().lines().filter(line -> line.contains("results")))
        .containsExactly(
            "quiesce: cannot write to %s (Not a directory): some results are not kept"
                .formatted(home.resolve("quiesce")));
  }

  @Test
  void aFileInItsPlaceIsNotUsed() throws Exception {
    Files.writeString(home.resolve("quiesce"), "");

    Cli.Result result = check(home);

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.err()).contains("is not used");
  }

  private static Cli.Result check(Path cache, String... more) {
    Map<String, String> environment = new HashMap<>(Cli.ENVIRONMENT);
    environment.remove("QUIESCE_CACHE");
    environment.put("XDG_CACHE_HOME", cache.toString());
    String[] arguments = new String[5 + more.length];
    String[] first = {"check", "rcu", "--memory", "sc", "--property=NoNullDereference"};
    System.arraycopy(first, 0, arguments, 0, first.length);
    System.arraycopy(more, 0, arguments, first.length, more.length);
    return Cli.run(environment, arguments);
  }
}
