package quiesce.litmus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quiesce.source.SourceException;
import quiesce.source.SourceFile;
import quiesce.steps.KernelThread;
import quiesce.steps.Litmus;
import quiesce.steps.Local;
import quiesce.steps.Node;

/** A litmus test becomes the steps beside it, or is refused with the errors beside it. */
class LitmusReaderTest {
  static List<Path> accepted() {
    return LitmusFiles.in("accepted");
  }

  static List<Path> refused() {
    return LitmusFiles.in("refused");
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void givesTheStepsBesideTheFile(Path file) {
    LitmusFiles.assertMatches(
        file, ".steps", StepsDump.of(LitmusReader.read(LitmusFiles.source(file))));
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void givesTheSameStepsForEveryLineEnd(Path file) {
    String text = LitmusFiles.read(file);
    String expected = dump(text);
    assertThat(dump(text.replace("\n", "\r\n"))).isEqualTo(expected);
    assertThat(dump(text.replace("\n", "\r"))).isEqualTo(expected);
    assertThat(dump(text.stripTrailing())).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void goesForwardToTheOneEndOfEachProcess(Path file) {
    Litmus test = LitmusReader.read(LitmusFiles.source(file));
    for (KernelThread p : test.processes()) {
      Node last = p.node(p.nodes().size() - 1);
      assertThat(last.step()).isInstanceOf(Local.Halt.class);
      assertThat(last.next()).isEmpty();
      assertThat(p.nodes())
          .allSatisfy(
              n -> {
                assertThat(p.node(n.id())).isSameAs(n);
                assertThat(n.next()).allMatch(next -> next > n.id());
                assertThat(n == last || !n.next().isEmpty()).isTrue();
                assertThat(n.step().reads()).allMatch(p.locals()::containsKey);
              });
    }
  }

  @ParameterizedTest
  @MethodSource("refused")
  void reportsTheErrorsBesideTheFile(Path file) {
    LitmusFiles.assertMatches(file, ".errors", refusal(file).getMessage());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void saysEachOnOneLineWithAWayOut(Path file) {
    assertThat(refusal(file).diagnostics())
        .doesNotHaveDuplicates()
        .allSatisfy(
            d -> {
              assertThat(d.message()).isNotBlank().doesNotContain("\n").doesNotEndWith(".");
              assertThat(d.help()).isNotBlank().doesNotContain("\n").doesNotContain("%s");
              assertThat(d.place().line()).isPositive();
              assertThat(d.place().column()).isPositive();
            });
  }

  @Test
  void coversManyConstructs() {
    assertThat(accepted()).hasSizeGreaterThanOrEqualTo(14);
    assertThat(refused()).hasSizeGreaterThanOrEqualTo(40);
  }

  private static SourceException refusal(Path file) {
    SourceException refusal =
        catchThrowableOfType(
            SourceException.class, () -> LitmusReader.read(LitmusFiles.source(file)));
    assertThat(refusal).as("%s is refused", file).isNotNull();
    return refusal;
  }

  private static String dump(String text) {
    return StepsDump.of(LitmusReader.read(SourceFile.of("test.litmus", text)));
  }
}
