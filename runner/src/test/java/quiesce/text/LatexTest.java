package quiesce.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class LatexTest {
  @Test
  void everySpecialCharacterIsEscaped() {
    assertThat(Latex.of("\\a{b}_c %d $e #f & g^h~i <j> |k| \"l\" 'm' `n` --o"))
        .isEqualTo(
            "\\textbackslash{}a\\{b\\}\\_c \\%d \\$e \\#f \\& g\\textasciicircum{}h\\textasciitilde{}i"
                + " \\textless{}j\\textgreater{} \\textbar{}k\\textbar{} \\char34{}l\\char34{}"
                + " \\char39{}m\\char39{} \\char96{}n\\char96{} {-}{-}o");
  }

  @Test
  void whatIsNotAsciiIsShownAsItsCode() {
    assertThat(Latex.of("\u00fc\u202e\u0007"))
        .isEqualTo("\\textbackslash{}u00fc\\textbackslash{}u202e\\textbackslash{}u0007");
  }

  @Test
  void severalSpacesAreKept() {
    assertThat(Latex.of("a   b\tc")).isEqualTo("a\\ {}\\ {} b\\ {}c");
  }

  @Property
  void nothingSpecialIsLeftOfAnyText(@ForAll String text) {
    assertIsPlain(Latex.of(text));
  }

  @Property
  void nothingSpecialIsLeftOfAnyAscii(@ForAll @CharRange(from = '\t', to = '~') String text) {
    assertIsPlain(Latex.of(text));
  }

  private static void assertIsPlain(String latex) {
    String plain =
        latex.replaceAll("\\\\text[a-z]+\\{}|\\\\char\\d\\d\\{}|\\\\ \\{}|\\\\[{}$&#%_]|\\{-}", "");

    assertThat(plain).doesNotMatch("(?s).*[\\\\{}$&#%_^~<>|\"'`-].*").matches("[\\x20-\\x7e]*");
  }
}
