package quiesce.tla;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions that hold always or never, and what is left without them. */
class ConstantsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x \\in {} | FALSE",
        "x \\notin {} | TRUE",
        "{} \\subseteq s | TRUE",
        "a \\/ (x \\in {} /\\ b) | a",
        "a /\\ x \\notin {} | a",
        "x \\in {} => a | TRUE",
        "x \\notin {} => a | a",
        "~(x \\in {}) | TRUE",
        "IF x \\in {} THEN a ELSE b | b",
        "\\E x \\in {} : a | FALSE",
        "\\A x \\in s : x \\notin {} | TRUE",
        "[a EXCEPT !.b = x \\in {} \\/ @] | [a EXCEPT !.b = @]",
        "x \\in s /\\ s \\subseteq {} | x \\in s /\\ s \\subseteq {}",
      })
  void areLeftOut(String text, String left) {
    assertThat(Constants.folded(Expression.of(text))).isEqualTo(Expression.of(left));
  }
}
