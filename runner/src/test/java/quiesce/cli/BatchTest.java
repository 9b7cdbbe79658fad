package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.catalogue.InputException;

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

  private static final Optional<Duration> MINUTE = Optional.of(Duration.ofMinutes(1));

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

  static List<Supplier<String>> faults() {
    return List.of(
        () -> {
          throw new IllegalStateException("why");
        },
        () -> {
          throw new StackOverflowError("why");
        },
        () -> {
          throw new OutOfMemoryError("why");
        });
  }

  @ParameterizedTest
  @MethodSource("faults")
  void anInternalErrorIsThatOfAFile(Supplier<String> fault) {
    for (Optional<Duration> timeout : List.of(Optional.<Duration>empty(), MINUTE)) {
      StringWriter err = new StringWriter();
      Console console =
          new Console(
              InputStream.nullInputStream(),
              new PrintWriter(new StringWriter()),
              new PrintWriter(err),
              Map.of(),
              false);

      assertThatExceptionOfType(Batch.Unexpected.class)
          .isThrownBy(() -> Batch.attempt("a.c", timeout, fault))
          .satisfies(
              e -> {
                new Failures(console).tell(e);
                InputException other = new InputException("b.c: no such file");
                assertThat(
                        new Batch(
                                List.of(),
                                List.of(
                                    new Batch.Refusal("a.c", e), new Batch.Refusal("b.c", other)))
                            .code(0))
                    .isEqualTo(3);
              });
      assertThat(err.toString())
          .startsWith("quiesce: internal error: a.c: java.lang.")
          .contains("why\nPlease report it");
    }
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
