package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One bad file does not stop the others. */
class BatchTest {
  private static final String GOOD =
      """
      struct cb { void (*b)(void); };
      struct cb *gp;
      __register void reg(struct cb *cbs) { rcu_assign_pointer(gp, cbs); }
      __unregister void unreg(struct cb *cbs) { rcu_assign_pointer(gp, NULL); synchronize_rcu(); }
      __task void reader(void) {
        struct cb *p;
        rcu_read_lock();
        p = rcu_dereference(gp);
        if (p) p->b();
        rcu_read_unlock();
      }
      """;

  @TempDir Path directory;

  private String first;
  private String last;

  @BeforeEach
  void writeGoodOnes() throws IOException {
    first = file("first.c", GOOD);
    last = file("last.c", GOOD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "int x;", "}{", "\0", "nowhere"})
  void theOthersAreCheckedAndItIsTold(String text) throws IOException {
    String bad = text.equals("nowhere") ? directory.resolve("no.c").toString() : file("b.c", text);

    Cli.Result result =
        Cli.run("check", first, bad, last, "--memory", "sc", "--property", "NoWarning");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).contains("first ", "last ", "2 strategies");
    assertThat(result.err()).contains(bad).doesNotContain("internal error");
  }

  @Test
  void theOthersAreGenerated() throws IOException {
    Path out = directory.resolve("out");

    Cli.Result result =
        Cli.run(
            "generate",
            first,
            file("bad.c", "}{"),
            last,
            "--memory",
            "sc",
            "--out",
            out.toString());

    assertThat(result.code()).isEqualTo(2);
    assertThat(out.resolve("First.tla")).exists();
    assertThat(out.resolve("Last.tla")).exists();
  }

  @Test
  void ofBadOnesAloneAllAreTold() throws IOException {
    Cli.Result result = Cli.run("check", file("b.c", "}{"), "nowhere.c", "--memory", "sc");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("b.c:1:1: error", "nowhere.c: no such file");
  }

  @Test
  void theTimeForAStrategyIsForItsGenerationToo() {
    Cli.Result result = Cli.run("check", first, "--memory", "sc", "--timeout", "1ms");

    assertThat(result.code()).isEqualTo(3);
    assertThat(result.out()).contains("no verdict within 1 ms");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }
}
