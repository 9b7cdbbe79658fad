package quiesce.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {
  @Test
  void theMedianIsTheMiddleOrBetweenTheTwo() {
    assertThat(Samples.of(9, 1, 4).median()).isEqualTo(4);
    assertThat(Samples.of(9, 1, 4, 2).median()).isEqualTo(3);
    assertThat(Samples.of(7).median()).isEqualTo(7);
  }

  @Test
  void theSpreadIsFromLeastToMost() {
    assertThat(Samples.of(9, 1, 4).least()).isEqualTo(1);
    assertThat(Samples.of(9, 1, 4).most()).isEqualTo(9);
  }

  @Test
  void roundsAreComparedWithTheirOwn() {
    assertThat(Samples.of(2, 9).to(Samples.of(4, 3)).values()).containsExactly(0.5, 3.0);
  }

  @Test
  void halfARoundIsNone() {
    assertThatThrownBy(() -> Samples.of(1, 2).to(Samples.of(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Samples(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
