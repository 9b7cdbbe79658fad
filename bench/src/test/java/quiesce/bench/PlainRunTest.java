package quiesce.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlainRunTest {
  @Test
  void aLineIsTimeRunsAndVerdicts() {
    assertThat(PlainRun.read("d/weak/TwoProviders.tla\t2500000\t3\tNoWarning\tNoDeadlock Other\n"))
        .containsExactly(
            new PlainRun(
                "d/weak/TwoProviders.tla",
                2.5,
                3,
                false,
                Set.of("NoWarning"),
                Set.of("NoDeadlock", "Other")));
  }

  @Test
  void nothingViolatedIsAnEmptyField() {
    PlainRun run = PlainRun.read("d/sc/Rcu.tla\t1\t1\t\tNoDeadlock\n").get(0);

    assertThat(run.violated()).isEmpty();
    assertThat(run.holds()).containsExactly("NoDeadlock");
  }

  @Test
  void whatTookTooLongHasNoVerdicts() {
    PlainRun run = PlainRun.read("d/sc/Rcu.tla\t1\t1\tcapped\n").get(0);

    assertThat(run.capped()).isTrue();
    assertThat(run.holds()).isEmpty();
  }

  @Test
  void fileAndFolderNameStrategyAndModel() {
    PlainRun run = PlainRun.read("d/weak/TwoProviders.tla\t1\t1\t\t\n").get(0);

    assertThat(run.memory()).isEqualTo("weak");
    assertThat(run.specification()).isEqualTo(PlainRun.folded("two-providers"));
  }

  @Test
  void halfALineIsAnError() {
    assertThatThrownBy(() -> PlainRun.read("d/sc/Rcu.tla\t1\n")).isInstanceOf(BenchException.class);
  }

  @Test
  void otherVerdictsAreNotComparedInTime() {
    List<PlainRun> plain = PlainRun.read("d/sc/Rcu.tla\t1\t2\tA\tB\n");

    verdicts("violated", "holds").requireSame(plain);
    assertThatThrownBy(() -> verdicts("holds", "holds").requireSame(plain))
        .hasMessageContaining("rcu sc A=holds");
    assertThatThrownBy(() -> verdicts("unknown", "holds").requireSame(plain))
        .isInstanceOf(BenchException.class);
    assertThatThrownBy(() -> verdicts("violated", "not-applicable").requireSame(plain))
        .isInstanceOf(BenchException.class);
  }

  private static Verdicts verdicts(String a, String b) {
    String verdict =
        """
        {"strategy": "rcu", "memory": "sc", "property": "%s", "verdict": "%s",
         "states": {"distinct": 7}}""";
    return Verdicts.read(
        "{\"results\": [%s, %s]}".formatted(verdict.formatted("A", a), verdict.formatted("B", b)));
  }
}
