package quiesce.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FigureTest {
  @Test
  void aRatioIsOfMediansAndItsSpreadOfRounds() {
    Figure figure =
        Figure.ratio("f", Samples.of(10, 60, 20), Samples.of(5, 4, 2), Target.atLeast(5));

    // 20 to 4; and 2, 15, 10.
    assertThat(figure.value()).contains(new Figure.Value(5, 2, 15));
    assertThat(figure.outcome()).isEqualTo("met");
  }

  @Test
  void whatIsNotAsItHasToBeIsMissed() {
    assertThat(Figure.ratio("f", Samples.of(49), Samples.of(10), Target.atLeast(5)).outcome())
        .isEqualTo("missed");
    assertThat(Figure.ratio("f", Samples.of(21), Samples.of(10), Target.atMost(2)).outcome())
        .isEqualTo("missed");
    assertThat(Figure.ratio("f", Samples.of(20), Samples.of(10), Target.atMost(2)).outcome())
        .isEqualTo("met");
    assertThat(Figure.ratio("f", Samples.of(0), Samples.of(0), Target.atMost(2)).outcome())
        .as("no number")
        .isEqualTo("missed");
  }

  @Test
  void whatIsNotMeasuredIsNotMet() {
    assertThat(Figure.none("f", Target.atMost(2), "Why.").outcome()).isEqualTo("not measured");
    assertThat(Figure.absolute("f", " MB", Samples.of(3), Optional.empty()).outcome())
        .isEqualTo("stated");
  }

  @Test
  void whatStandsInTheWayIsToldOfWhatIsMissed() {
    Figure missed = Figure.ratio("f", Samples.of(3), Samples.of(1), Target.atMost(2), "A note.");
    Figure met = Figure.ratio("f", Samples.of(1), Samples.of(1), Target.atMost(2), "A note.");

    assertThat(missed.inTheWay("a stone.").notes())
        .containsExactly("A note.", "In the way: a stone.");
    assertThat(met.inTheWay("a stone.").notes()).containsExactly("A note.");
  }
}
