package quiesce.models.pso;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quiesce.engine.Engine;
import quiesce.engine.Engines;
import quiesce.module.Options;
import quiesce.observation.Answer;
import quiesce.observation.LitmusCheck;
import quiesce.source.SourceFile;
import quiesce.verdict.Limits;

/**
 * A fourth memory model is its folder of templates, its package, and one line: here in the options,
 * elsewhere in the list of models.
 */
class PartialStoreOrderTest {
  private static final Options TSO = Options.DEFAULT.withMemory("tso");
  private static final Options PSO = Options.DEFAULT.withMemory(new PartialStoreOrder());

  private static final Engine ENGINE = Engines.start();
  private static final LitmusCheck CHECK = new LitmusCheck(ENGINE, Limits.NONE);

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  /** Two writers: message passing, store buffering, and two writes each in opposite order. */
  private static String test(String shape, String writers, String readers) {
    return switch (shape) {
      case "MP" ->
          """
          C MP
          {}
          P0(int *x, int *y) { WRITE_ONCE(*x, 1); %s WRITE_ONCE(*y, 1); }
          P1(int *x, int *y) { int r0; int r1; r0 = READ_ONCE(*y); %s r1 = READ_ONCE(*x); }
          exists (1:r0=1 /\\ 1:r1=0)
          """
              .formatted(writers, readers);
      case "SB" ->
          """
          C SB
          {}
          P0(int *x, int *y) { int r0; WRITE_ONCE(*x, 1); %s r0 = READ_ONCE(*y); }
          P1(int *x, int *y) { int r0; WRITE_ONCE(*y, 1); %s r0 = READ_ONCE(*x); }
          exists (0:r0=0 /\\ 1:r0=0)
          """
              .formatted(writers, readers);
      default ->
          """
          C 2+2W
          {}
          P0(int *x, int *y) { WRITE_ONCE(*x, 1); %s WRITE_ONCE(*y, 2); }
          P1(int *x, int *y) { WRITE_ONCE(*y, 1); %s WRITE_ONCE(*x, 2); }
          exists (x=1 /\\ y=1)
          """
              .formatted(writers, readers);
    };
  }

  private static String observed(String test, Options options) {
    Answer answer = CHECK.answer(SourceFile.of("test.litmus", test), options);
    return answer instanceof Answer.Observed o ? o.observation().title() : answer.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "MP, '', '', Never, Sometimes",
    "MP, smp_wmb();, smp_rmb();, Never, Never",
    "MP, '', smp_rmb();, Never, Sometimes",
    "SB, '', '', Sometimes, Sometimes",
    "SB, smp_mb();, smp_mb();, Never, Never",
    "2+2W, '', '', Never, Sometimes",
    "2+2W, smp_wmb();, smp_wmb();, Never, Never",
  })
  void storesToDifferentLocationsLeaveInAnyOrder(
      String shape, String writers, String readers, String tso, String pso) {
    String test = test(shape, writers, readers);

    assertThat(observed(test, TSO)).isEqualTo(tso);
    assertThat(observed(test, PSO)).isEqualTo(pso);
  }
}
