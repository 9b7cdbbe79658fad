package quiesce.explanation;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class StepWordsTest {
  /** A table that lacks a record cannot be made: see {@code PerKind}. */
  @Test
  void everyRecordOfStepsHasItsWords() {
    assertThatCode(() -> Class.forName("quiesce.explanation.StepWords")).doesNotThrowAnyException();
  }
}
