package quiesce.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.catalogue.InputException;

class RenewerTest {
  private static final Set<String> KINDS = Set.of("matrix");
  private static final List<String> BODY = List.of("", "one", "\ttwo", "");
  private static final String SUM = Checksum.of(BODY);

  private static Renewer.Result renew(String name, String text, boolean force) {
    Document document = Document.of(name, Format.of(name), DocumentText.of(text), KINDS);
    List<List<String>> bodies = document.regions().stream().map(r -> BODY).toList();
    return Renewer.renew(document, bodies, force, KINDS);
  }

  private static String renewed(String name, String text) {
    return renew(name, text, false).text().toString();
  }

  @Test
  void anEmptyBlockIsFilledAndSigned() {
    assertThat(renewed("a.md", "a\n<!-- quiesce: matrix -->\n<!-- quiesce: end -->\nb\n"))
        .isEqualTo(
            "a\n<!-- quiesce: matrix -->\n\none\n\ttwo\n\n<!-- quiesce: end " + SUM + " -->\nb\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void aBodyEndsItsLinesAsItsMarkerDoes(String end) {
    String text = ".. quiesce: matrix" + end + ".. quiesce: end" + end;

    assertThat(renewed("a.rst", text))
        .isEqualTo(
            String.join(
                end, ".. quiesce: matrix", "", "one", "\ttwo", "", ".. quiesce: end " + SUM, ""));
  }

  @Test
  void aMissingFinalLineEndStaysMissing() {
    assertThat(renewed("a.tex", "%quiesce: matrix\n%quiesce: end"))
        .isEqualTo("%quiesce: matrix\n\none\n\ttwo\n\n%quiesce: end " + SUM);
  }

  @Test
  void aByteOrderMarkStays() {
    byte[] before = "\ufeff// quiesce: matrix\n// quiesce: end\n".getBytes(StandardCharsets.UTF_8);
    Document document =
        Document.of("a.adoc", Format.ASCIIDOC, DocumentText.of("a.adoc", before), KINDS);

    assertThat(Renewer.renew(document, List.of(BODY), false, KINDS).text().bytes())
        .startsWith(0xef, 0xbb, 0xbf, '/', '/');
  }

  @Test
  void aBodyIsIndentedAsItsMarkerIs() {
    assertThat(renewed("a.md", "- x\n\n  <!-- quiesce: matrix -->\n  <!-- quiesce: end -->\n"))
        .isEqualTo(
            "- x\n\n  <!-- quiesce: matrix -->\n\n  one\n  \ttwo\n\n  <!-- quiesce: end "
                + SUM
                + " -->\n");
  }

  @Test
  void theSecondTimeNothingChanges() {
    String once = renewed("a.md", "<!-- quiesce: matrix -->\r\n<!--quiesce: end-->");

    assertThat(renewed("a.md", once)).isEqualTo(once);
  }

  @Test
  void anOldBodyIsRenewedWhateverEndsItsLines() {
    String old = Checksum.of(List.of("", "old", ""));
    String text = ".. quiesce: matrix\r\n\r\nold\r\n\r\n.. quiesce: end " + old + "\r\n";

    Renewer.Result result = renew("a.rst", text, false);

    assertThat(result.kept()).isEmpty();
    assertThat(result.text().toString()).contains("one").doesNotContain("old");
  }

  @Test
  void aBodyThatWasEditedIsKeptUnlessForced() {
    String text = "x\n.. quiesce: matrix\n\nmine\n\n.. quiesce: end 01234567\n";

    Renewer.Result kept = renew("a.rst", text, false);

    assertThat(kept.text().toString()).isEqualTo(text);
    assertThat(kept.kept())
        .containsExactly(
            "a.rst:2: 'matrix' was edited by hand and is kept; --force writes over it");
    assertThat(renew("a.rst", text, true).text().toString()).contains("one", SUM);
  }

  @Test
  void aBodyThatQuiesceNeverSignedIsKeptUnlessForced() {
    String text = "% quiesce: matrix\nmine\n% quiesce: end\n";

    Renewer.Result kept = renew("a.tex", text, false);

    assertThat(kept.text().toString()).isEqualTo(text);
    assertThat(kept.kept()).singleElement().asString().contains("holds text that quiesce did not");
    assertThat(renew("a.tex", text, true).kept()).isEmpty();
  }

  @Test
  void theOtherBlocksOfADocumentAreRenewedNevertheless() {
    String text =
        "% quiesce: matrix\nmine\n% quiesce: end\n% quiesce: matrix\n% quiesce: end 01234567\n";

    assertThat(renewed("a.tex", text))
        .startsWith("% quiesce: matrix\nmine\n% quiesce: end\n% quiesce: matrix\n\none\n");
  }

  @Test
  void aBodyThatIsRightIsSignedWhoeverWroteIt() {
    String text = "% quiesce: matrix\n\none\n\ttwo\n\n% quiesce: end 01234567\n";

    assertThat(renewed("a.tex", text)).isEqualTo(text.replace("01234567", SUM));
  }

  @Test
  void aBlockThatWouldNotBeFoundAgainIsRefused() {
    String text = "text\n    <!-- quiesce: matrix -->\n    <!-- quiesce: end -->\n";

    assertThatThrownBy(() -> renewed("a.md", text))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("a.md:2: the text around this block makes its end");
  }

  @Test
  void whatIsNotUtf8IsRefused() {
    byte[] latin1 = "one\ncaf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> DocumentText.of("a.md", latin1))
        .isInstanceOf(InputException.class)
        .hasMessage("a.md is not UTF-8: byte 0xe9 at offset 7, in line 2; save it as UTF-8");
  }
}
