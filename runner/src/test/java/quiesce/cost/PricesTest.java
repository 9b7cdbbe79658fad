package quiesce.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import quiesce.steps.Site;
import quiesce.steps.Step;

class PricesTest {
  @Test
  void everyKindOfStepHasAPrice() {
    assertThat(Prices.OF.keySet())
        .containsExactlyInAnyOrderElementsOf(records(Step.class).toList());
  }

  @Test
  void aCallThatDoesNothingForNobodyIsANop() {
    assertThat(Prices.of(Site.Empty.NOTHING)).isEqualTo(Kind.PATCHED_NOP);
  }

  @SuppressWarnings("unchecked")
  private static Stream<Class<? extends Step>> records(Class<?> kind) {
    return kind.isRecord()
        ? Stream.of((Class<? extends Step>) kind)
        : Arrays.stream(kind.getPermittedSubclasses()).flatMap(PricesTest::records);
  }
}
