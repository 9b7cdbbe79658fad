package quiesce.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Constants have the values that C gives them. */
class ConstantTest {
  @ParameterizedTest
  @CsvSource({
    "1 + 2 * 3, 7",
    "7 / 2, 3",
    "-7 / 2, -3",
    "7 / -2, -3",
    "7 % 2, 1",
    "-7 % 2, -1",
    "7 % -2, 1",
    "1 << 30, 1073741824",
    "-9 >> 1, -5",
    "~0, -1",
    "6 & ~4 | 9 ^ 1, 10",
    "!5 + !0, 1",
    "2 > 1 && 1 >= 1, 1",
    "0 || 3 != 3, 0",
    "0 ? 1 / 0 : 4, 4",
    "5 ?: 6, 5",
    "BIT(3), 8",
    "0x10u + 010UL + 1ull, 25",
    "2147483647, 2147483647",
    "-2147483648, -2147483648"
  })
  void calculatesAsCDoes(String expression, int value) {
    assertThat(values("enum { X = %s };".formatted(expression)).get(0)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 / 0",
        "1 % 0",
        "1 << 31",
        "1 << 32",
        "1 << -1",
        "2147483647 + 1",
        "-2147483647 - 2",
        "(-2147483647 - 1) / -1",
        "65536 * 65536",
        "x",
        "f()"
      })
  void refusesWhatIsNoneOrDoesNotFit(String expression) {
    assertThatThrownBy(() -> values("enum { X = %s };".formatted(expression)))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("no constant that fits into an int");
  }

  @Test
  void constantsOfAnEnumerationCountOnFromTheLastThatWasGiven() {
    assertThat(values("enum { A, B, C = 7, D, E = A - 1, F, };"))
        .containsExactly(0, 1, 7, 8, -1, 0);
  }

  private static List<Integer> values(String text) {
    return Parser.parse(SourceFile.of("constants.c", text)).items(Item.Constant.class).stream()
        .map(Item.Constant::value)
        .toList();
  }
}
