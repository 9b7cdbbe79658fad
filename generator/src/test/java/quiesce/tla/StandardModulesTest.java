package quiesce.tla;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A module extends what defines its operators, and nothing else. */
class StandardModulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A == x \\in S | TLC",
        "A == x = \"load * (2), 1 - 2\" | TLC",
        "A == x < 2 | Naturals, TLC",
        "A == [x -> Nat] | Naturals, TLC",
        "A == -x \\in 1..3 | Integers, TLC",
        "A == x + (-1) | Integers, TLC",
        "A == s \\o s | Sequences, TLC",
        "A == Len(s) = 0 | Sequences, TLC",
        "ASSUME IsFiniteSet(S) | FiniteSets, TLC",
        "A == x ^ y | FiniteSets, Integers, Sequences, TLC",
      })
  void areThoseThatDefineWhatIsUsed(String module, String extended) {
    assertThat(String.join(", ", StandardModules.of(Unit.read(module)))).isEqualTo(extended);
  }
}
