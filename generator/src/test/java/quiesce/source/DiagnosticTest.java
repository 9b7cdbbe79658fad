package quiesce.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import quiesce.text.Width;

/** However much is wrong, and however long the lines are: a screen or two. */
class DiagnosticTest {
  @Test
  void ofManyErrorsTheFirstTwentyAreShown() {
    SourceFile file = SourceFile.of("a.c", "x\n".repeat(50));
    List<Diagnostic> all =
        IntStream.rangeClosed(1, 50)
            .mapToObj(i -> new Diagnostic(file, new Place(i, 1), "wrong", "mend it"))
            .toList();

    assertThat(new SourceException(all).getMessage())
        .contains("a.c:20:1: error: wrong")
        .doesNotContain("a.c:21:1")
        .endsWith("a.c: and 30 more");
  }

  @Test
  void twentyAreAllShown() {
    SourceFile file = SourceFile.of("a.c", "x\n".repeat(20));
    List<Diagnostic> all =
        IntStream.rangeClosed(1, 20)
            .mapToObj(i -> new Diagnostic(file, new Place(i, 1), "wrong", "mend it"))
            .toList();

    assertThat(new SourceException(all).getMessage()).contains("a.c:20:1").doesNotContain("more");
  }

  @Property(tries = 300)
  void theCaretIsBelowItsCharacterAndTheLineIsShort(
      @ForAll @IntRange(min = 0, max = 400) int before,
      @ForAll @IntRange(min = 0, max = 400) int after,
      @ForAll("letters") String letter) {
    String line = letter.repeat(before) + "@" + letter.repeat(after);

    Excerpt excerpt = Excerpt.of(line, letter.length() * before);

    assertThat(Width.of(excerpt.text())).isLessThanOrEqualTo(Excerpt.MOST_COLUMNS);
    int caret = excerpt.text().indexOf('@');
    assertThat(Width.of(excerpt.text().substring(0, caret))).isEqualTo(Width.of(excerpt.margin()));
    assertThat(excerpt.margin()).isBlank();
    assertThat(excerpt.text().startsWith("...") || excerpt.text().startsWith(letter) || before == 0)
        .isTrue();
  }

  @Provide
  Arbitrary<String> letters() {
    return Arbitraries.of("x", "\t", "漢", "é", "e\u0301", "😀", "ｗ");
  }

  @Test
  void aWholeLineIsShownAsItIs() {
    assertThat(Excerpt.of("\tif (漢字) x", 8)).isEqualTo(new Excerpt("\tif (漢字) x", "\t         "));
  }
}
