package quiesce.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StepKindsTest {
  @Test
  void everyRecordHasALine() {
    assertThat(StepKinds.records().stream().<Class<?>>map(r -> r))
        .containsExactlyInAnyOrderElementsOf(records(Step.class).toList());
  }

  @Test
  void aRecordThatIsForgottenIsNamed() {
    assertThatThrownBy(() -> new PerKind<>("word", Map.of(Local.Halt.class, "halt")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("no word for ")
        .hasMessageContaining(" Load, ")
        .hasMessageNotContaining("Halt");
  }

  private static Stream<Class<?>> records(Class<?> family) {
    return family.isRecord()
        ? Stream.of(family)
        : Arrays.stream(family.getPermittedSubclasses()).flatMap(StepKindsTest::records);
  }
}
