package quiesce.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.litmus.LitmusReader;
import quiesce.source.Diagnostic;
import quiesce.source.SourceException;
import quiesce.source.SourceFile;

/** No file keeps the generator busy for long: what would is refused, and the limit is named. */
@Timeout(120)
class BoundsTest {
  private static final String STRATEGY =
      """
      struct cb { void (*b)(void); };
      struct cb *gp;
      int x;
      int y;
      __register void reg(struct cb *cbs) { rcu_assign_pointer(gp, cbs); }
      __unregister void unreg(struct cb *cbs) { rcu_assign_pointer(gp, NULL); }
      """;

  @ParameterizedTest
  @ValueSource(strings = {"", "WRITE_ONCE(x, 1);", "int a = 1; a = 2;", "if (x) y = 1;", "gone();"})
  void functionsThatEachCallTheNextTwice(String leaf) {
    String functions =
        "static void f0(void) { "
            + leaf
            + " }\n"
            + times(
                39, "", i -> "static void f%d(void) { f%d(); f%d(); }\n".formatted(i + 1, i, i));

    refuses(functions + "__task void reader(void) { f39(); }\n", "sc", "1,000 steps");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sc", "tso", "weak"})
  void thousandsOfBranches(String memory) {
    refuses(reader(2000, "if (READ_ONCE(x)) WRITE_ONCE(y, 1);"), memory, "1,000 steps");
  }

  @Test
  void waysInWhichStoresMayComeEarly() {
    refuses(
        reader(40, "if (READ_ONCE(x)) WRITE_ONCE(y, 1); if (READ_ONCE(y)) x = 2;"),
        "weak",
        "paths");
  }

  @Test
  void branchesThatNothingDecides() {
    String flags = times(20, "", i -> "int a%d = READ_ONCE(x); ".formatted(i));
    String branches = times(20, "", i -> "if (a%d) b%d = 1; ".formatted(i, i));
    String locals = times(20, "", i -> "int b%d = 0; ".formatted(i));
    String text = "__task void reader(void) { " + flags + locals + branches;

    refuses(text + times(20, " ", i -> "WRITE_ONCE(y, b%d);".formatted(i)) + " }", "sc", "paths");
  }

  @Test
  void freedomsOfTheCompiler() {
    refuses(reader(60, "x = 1; y = 0;"), "sc", "1,000 steps");
  }

  @Test
  void litmusTests() {
    String test =
        "C many\n{}\nP0(int *x) { "
            + times(2000, " ", i -> "WRITE_ONCE(*x, 1);")
            + " }\nexists (x=1)\n";

    assertThatExceptionOfType(SourceException.class)
        .isThrownBy(() -> LitmusReader.read(SourceFile.of("many.litmus", test)))
        .withMessageContaining("more than 1,000 steps");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (1) ;",
        "while (true) { }",
        "int a = 1; while (a) ;",
        "int a = 1; do { } while (a);",
        "do { } while (1);",
        "while (1) { if (READ_ONCE(x)) { while (1) ; } }"
      })
  void aLoopOfLocalWorkAloneIsSeenToGoRound(String loop) {
    for (Atomicity atomicity : Atomicity.values()) {
      Specification made =
          Samples.emit(
              "loop.c",
              STRATEGY + "__task void reader(void) { " + loop + " }\n",
              Options.DEFAULT.withAtomicity(atomicity));

      // A thread that stays where it is would count as one that does nothing.
      assertThat(made.actions())
          .filteredOn(action -> action.thread().startsWith("reader") && !action.begins())
          .isNotEmpty()
          .allSatisfy(
              action ->
                  assertThat(action.outcomes())
                      .noneMatch(outcome -> outcome.to().equals(action.stop())));
    }
  }

  private static String reader(int statements, String statement) {
    return "__task void reader(void) {\n" + times(statements, "\n", i -> statement) + "\n}\n";
  }

  private static String times(int count, String between, IntFunction<String> part) {
    return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(between));
  }

  private static void refuses(String functions, String memory, String limit) {
    assertThatExceptionOfType(SourceException.class)
        .isThrownBy(
            () -> Samples.emit("many.c", STRATEGY + functions, Options.DEFAULT.withMemory(memory)))
        .satisfies(
            refusal ->
                assertThat(refusal.diagnostics())
                    .hasSize(1)
                    .extracting(Diagnostic::message)
                    .allMatch(message -> message.contains(limit)));
  }
}
