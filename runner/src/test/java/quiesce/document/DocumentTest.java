package quiesce.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quiesce.source.SourceException;

class DocumentTest {
  private static final Set<String> KINDS = Set.of("matrix", "verdict", "source");

  private static Document read(String name, String text) {
    return Document.of(name, Format.of(name), DocumentText.of(text), KINDS);
  }

  private static List<String> blocks(String name, String text) {
    return read(name, text).regions().stream().map(r -> r.begin().words()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a.md; <!-- quiesce: matrix rcu -->; <!-- quiesce: end -->",
        "a.markdown;   <!--quiesce:matrix rcu-->;   <!--quiesce:end 0123abcd-->",
        "a.rst; .. quiesce: matrix rcu; .. quiesce: end",
        "a.adoc; // quiesce: matrix rcu; // quiesce: end",
        "a.asciidoc; //quiesce: matrix rcu; //quiesce: end",
        "a.tex; % quiesce: matrix rcu; %quiesce: end",
      })
  void aBlockStandsBetweenCommentsOfTheFormat(String name, String begin, String end) {
    assertThat(blocks(name, "text\n\n" + begin + "\n" + end + "\n")).containsExactly("matrix rcu");
  }

  @Test
  void oneFormatsCommentIsAnothersText() {
    assertThat(blocks("a.tex", "<!-- quiesce: matrix -->\n")).isEmpty();
    assertThat(blocks("a.md", "% quiesce: matrix\n")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a.md; ```|<!-- quiesce: matrix -->|```",
        "a.md; ~~~~ html|```|<!-- quiesce: matrix -->|~~~~",
        "a.md; text||    <!-- quiesce: matrix -->",
        "a.md; 1. item||   ```|   <!-- quiesce: matrix -->|   ```",
        "a.rst; Like this::||  .. quiesce: matrix|",
        "a.rst; .. code-block:: rst|   :caption: x||   .. quiesce: matrix|",
        "a.rst; .. a comment||   .. quiesce: matrix",
        "a.adoc; ----|// quiesce: matrix|----",
        "a.adoc; .....|// quiesce: matrix|....|.....",
        "a.adoc; ```html|// quiesce: matrix|```",
        "a.adoc; ////|// quiesce: matrix|////",
        "a.adoc; '  // quiesce: matrix'",
        "a.tex; \\begin{verbatim}|% quiesce: matrix|\\end{verbatim}",
        "a.tex; \\begin{lstlisting}[x]|% quiesce: matrix|\\end{lstlisting}",
      })
  void whatIsShownAsItIsHoldsNoMarkers(String name, String lines) {
    assertThat(blocks(name, lines.replace('|', '\n') + "\n")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a.md; - item||  <!-- quiesce: matrix -->|  <!-- quiesce: end -->",
        "a.md; ```|x|```|<!-- quiesce: matrix -->|<!-- quiesce: end -->",
        "a.rst; .. note::||   .. quiesce: matrix||   .. quiesce: end",
        "a.rst; Like this::||  x||.. quiesce: matrix||.. quiesce: end",
        "a.adoc; ====|// quiesce: matrix|// quiesce: end|====",
        "a.adoc; ----|x|----|// quiesce: matrix|// quiesce: end",
        "a.tex; %\\begin{verbatim}|% quiesce: matrix|% quiesce: end",
        "a.tex; \\begin{verbatim}x\\end{verbatim}|% quiesce: matrix|% quiesce: end",
      })
  void everythingElseMay(String name, String lines) {
    assertThat(blocks(name, lines.replace('|', '\n') + "\n")).containsExactly("matrix");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<!-- quiesce: matrx -->; 1:15; no block is called 'matrx'; did you mean 'matrix'?",
        "<!-- quiesce: End -->; 1:15; no block is called 'End'; did you mean 'end'?",
        "<!-- quiesce: -->; 1:14; a marker says what it begins; a marker begins with one of matrix",
        "<!-- quiesce matrix -->; 1:6; a misspelt marker; did you mean '<!-- quiesce: matrix -->'?",
        "<!-- quiesce :matrix -->; 1:6; a misspelt marker; did you mean '<!-- quiesce: matrix -->'?",
        "<!-- qiesce: matrix -->; 1:6; a misspelt marker; did you mean '<!-- quiesce: matrix -->'?",
        "> <!-- quiesce: matrix -->; 1:3; a marker is alone on its line; out of the quotation",
        "text||- <!-- quiesce: end -->; 3:3; a marker is alone on its line; list item",
        "<!-- Quiesce: end -->; 1:6; a misspelt marker; did you mean '<!-- quiesce: end -->'?",
        "<!-- quiesce: matrix; 1:6; a marker is alone on its line; write '<!-- quiesce: matrix -->'",
        "<!-- quiesce: end --> x; 1:6; a marker is alone on its line; write '<!-- quiesce: end -->'",
        "<!-- quiesce: end xyz -->; 1:15; only the checksum; quiesce adds the",
        "<!-- quiesce: end -->; 1:15; this ends no block; remove the marker",
        "x|<!-- quiesce: matrix -->|x; 2:15; this block has no end; put the end marker after it",
        "<!-- quiesce: matrix -->|<!-- quiesce: source -->|<!-- quiesce: end -->; 2:15;"
            + " a block begins within the block of line 1; end that one first",
        "<!-- quiesce: matrix -->|<!-- quiesce: end -->||<!-- quiesce: end -->; 4:15;"
            + " this ends no block: the one of line 1 ends in line 2; remove the marker",
      })
  void aWrongMarkerIsToldWhereItStands(String lines, String place, String message, String help) {
    assertThatThrownBy(() -> read("a.md", lines.replace('|', '\n') + "\n"))
        .isInstanceOf(SourceException.class)
        .message()
        .startsWith("a.md:" + place + ": error: " + message)
        .contains("^", "help: ")
        .contains(help);
  }

  @Test
  void allWrongMarkersAreToldAtOnce() {
    assertThatThrownBy(() -> read("a.rst", ".. quiesce: matrx\n\n.. quiesce end\n"))
        .hasMessageContaining("a.rst:1:13: error")
        .hasMessageContaining("a.rst:3:4: error");
  }

  @Test
  void proseAboutQuiesceIsNoMarker() {
    assertThat(blocks("a.md", "<!-- quiesce is a tool -->\n<!-- TODO: x -->\n<!-- quick -->\n"))
        .isEmpty();
    assertThat(blocks("a.tex", "% quiesce\n% a note: quiesce: matrix\n")).isEmpty();
  }
}
