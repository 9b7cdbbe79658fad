package quiesce.engine.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.Reason;
import quiesce.engine.tlc.TlcJob;

class TlcFailureTest extends TlcTestBase {
  @Test
  void anInitialPredicateThatNothingSatisfiesIsNoPass() {
    failure(Reason.NO_STATES, next("Counter", "EmptyInit", "Next", "INVARIANT NonNegative"));
  }

  @Test
  void anErrorInsideALivenessPropertyIsNoPass() {
    Outcome.Failed failed =
        failure(Reason.EVALUATION_ERROR, spec("Errors", "StepSpec", "PROPERTY ErrorLiveness"));

    assertThat(failed.message())
        .isEqualTo("Attempted to check equality of integer 3 with non-integer:\n\"three\"");
  }

  @Test
  void anErrorInsideALivenessPropertyIsNoPassEvenWithExitCodeZero() {
    Outcome.Failed failed =
        failure(Reason.EVALUATION_ERROR, spec("Errors", "StepSpec", "PROPERTY ErrorEnabled"));

    assertThat(failed.message()).startsWith("Attempted to check equality of integer 0");
  }

  @Test
  void anErrorInAnActionComesWithItsPlaceAndTheBehaviour() {
    Outcome.Failed failed = failure(Reason.EVALUATION_ERROR, next("Errors", "Init", "ErrorNext"));

    assertThat(failed.message())
        .startsWith("Attempted to apply Head to the empty sequence. (Line 13, column 47 to line");
    assertThat(failed.trace().states()).hasSize(3);
  }

  @Test
  void aTypeErrorInAnActionIsAnEvaluationError() {
    assertThat(failure(Reason.EVALUATION_ERROR, next("Errors", "Init", "TypeError")).message())
        .contains("(Line 14, column 47 to line 14, column 55 in Errors)");
  }

  @Test
  void anErrorInTheInitialPredicateIsAnEvaluationError() {
    assertThat(failure(Reason.EVALUATION_ERROR, next("Errors", "ErrorInit", "Step")).message())
        .startsWith("Attempted to apply Head to the empty sequence.");
  }

  @Test
  void anErrorInAnInvariantIsAnEvaluationErrorAndNoViolation() {
    Outcome.Failed failed =
        failure(
            Reason.EVALUATION_ERROR, next("Errors", "Init", "Step", "INVARIANT ErrorInvariant"));

    assertThat(failed.message()).startsWith("Evaluating invariant ErrorInvariant failed.");
  }

  @Test
  void anErrorInAPropertyOfActionsIsAnEvaluationErrorAndNoViolation() {
    failure(
        Reason.EVALUATION_ERROR, next("Errors", "Init", "Step", "PROPERTY ErrorActionProperty"));
  }

  @Test
  void anUnassignedVariableIsAnEvaluationError() {
    assertThat(failure(Reason.EVALUATION_ERROR, next("Errors", "Init", "PartialNext")).message())
        .contains("The following variable is not assigned: m.");
    failure(Reason.EVALUATION_ERROR, next("Errors", "PartialInit", "Step"));
  }

  @Test
  void endlessRecursionIsAStackOverflow() {
    failure(Reason.STACK_OVERFLOW, next("Errors", "Init", "Recursive"));
  }

  @Test
  void recursionOfSomeHundredsOfLevelsIsNone() {
    assertThat(run(next("Errors", "Init", "DeepNext")).outcome()).isEqualTo(new Outcome.Passed());
  }

  @Test
  void aFailedAssertIsNamedWithItsText() {
    Outcome.Failed failed = failure(Reason.ASSERTION, next("Errors", "Init", "Asserting"));

    assertThat(failed.message()).contains("\"n is too big\"");
    assertThat(failed.trace().states()).hasSize(3);
  }

  @Test
  void aFalseAssumptionIsNamedWithItsPlace() {
    assertThat(failure(Reason.ASSUMPTION, inline("ASSUME 1 = 2\n", "x' = x")).message())
        .isEqualTo("Assumption line 2, col 8 to line 2, col 12 of module Inline is false.");
  }

  @Test
  void aParseErrorComesWithItsPlace() {
    assertThat(failure(Reason.SPEC_ERROR, inline("", "x' = = x")).message())
        .contains("Was expecting", "at line 4, column 16");
  }

  @Test
  void aSemanticErrorComesWithItsPlace() {
    assertThat(failure(Reason.SPEC_ERROR, inline("", "x' = nothing")).message())
        .isEqualTo(
            "line 4, col 14 to line 4, col 20 of module Inline: Unknown operator: `nothing'.");
  }

  @Test
  void aModuleThatDoesNotExistIsNamed() {
    assertThat(failure(Reason.SPEC_ERROR, inline("EXTENDS Nowhere\n", "x' = x")).message())
        .contains("Cannot find source file for module Nowhere");
  }

  @Test
  void anUndefinedNameInTheConfigurationIsNamed() {
    assertThat(
            failure(Reason.SPEC_ERROR, next("Counter", "Init", "Next", "INVARIANT Nothing"))
                .message())
        .contains("The invariant Nothing specified in the configuration file");
    assertThat(failure(Reason.SPEC_ERROR, job("Counter", "INIT Init", "NEXT Next")).message())
        .contains("The constant parameter Limit is not assigned a value");
  }

  @Test
  void aSyntaxErrorInTheConfigurationComesWithItsLine() {
    assertThat(
            failure(
                    Reason.SPEC_ERROR,
                    job("Counter", "INIT Init", "NEXT Next", "CONSTANT Limit == 3"))
                .message())
        .contains("TLC found an error in the configuration file at line 3");
  }

  @Test
  void tooLittleHeapIsOutOfMemory() {
    failure(Reason.OUT_OF_MEMORY, next("Errors", "Init", "Huge").withMaxHeapMegabytes(32));
  }

  @Test
  void aHeapThatTheJvmRefusesIsToldAsTheJvmTellsIt() {
    assertThat(
            failure(Reason.JVM_FAILED, next("Errors", "Init", "Step").withMaxHeapMegabytes(0))
                .message())
        .contains("heap");
  }

  private static TlcJob inline(String declarations, String next) {
    String module =
        "---- MODULE Inline ----\n"
            + declarations
            + "VARIABLE x\nInit == x = 0\nNext == "
            + next
            + "\n====\n";
    return TlcJob.of("Inline", module, "INIT Init\nNEXT Next\n");
  }
}
