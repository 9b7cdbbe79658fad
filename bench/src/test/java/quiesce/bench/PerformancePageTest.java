package quiesce.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PerformancePageTest {
  private static final Machine MACHINE = new Machine(2, "a processor", 8, "a JVM", "TLC 2.18");

  @Test
  void everyFigureHasALineAndItsOutcome() {
    String page =
        PerformancePage.of(
            MACHINE,
            List.of(
                Figure.ratio("fast", Samples.of(100, 110), Samples.of(10, 10), Target.atLeast(5)),
                Figure.ratio("slow", Samples.of(3), Samples.of(2), Target.atMost(1), "So it is."),
                Figure.none("skipped", Target.atMost(0.35), "Not there.")));

    assertThat(page)
        .contains("| fast | 10.5× | 10 – 11× | 2 | at least 5× | met |")
        .contains("| slow | 1.50× |  | 1 | at most 1× | missed |")
        .contains("| skipped |  |  |  | at most 0.35 | not measured |")
        .contains("- *slow.* So it is.")
        .contains("- *skipped.* Not there.")
        .contains("| processors | 2, a processor |");
  }

  @Test
  void numbersHaveAsManyDigitsAsTellSomething() {
    assertThat(PerformancePage.text(1.234, "×")).isEqualTo("1.23×");
    assertThat(PerformancePage.text(12.34, "×")).isEqualTo("12.3×");
    assertThat(PerformancePage.text(1234.4, " MB")).isEqualTo("1,234 MB");
    assertThat(PerformancePage.text(0, "")).isEqualTo("0");
  }
}
