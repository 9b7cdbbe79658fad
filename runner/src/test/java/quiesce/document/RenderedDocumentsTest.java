package quiesce.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quiesce.source.Parser;
import quiesce.source.SourceFile;
import quiesce.template.Templates;
import quiesce.text.Visible;

/** What readers see, with the tools that they read with, of text that would be markup. */
class RenderedDocumentsTest {
  private static final Path STRATEGY =
      Path.of("src", "test", "resources", "quiesce", "document", "hostile.c");
  private static final Path EXAMPLES = Path.of("..", "docs", "examples");
  private static final ContentWriter WRITER = new ContentWriter(new Templates(Optional.empty()));

  @TempDir private Path directory;

  private static SourceFile strategy() throws IOException {
    return SourceFile.of("hostile.c", Files.readString(STRATEGY));
  }

  /** Texts of the strategy, and some that only look dangerous on their own. */
  private static List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    Parser.parse(strategy()).frontMatter().entries().forEach(e -> texts.add(e.value()));
    texts.addAll(
        List.of(
            "1. one",
            "a) two",
            "- three",
            "* four",
            "NOTE: five",
            ":six: seven",
            "[1]_ eight",
            "http://x.example/<b>",
            "(C) -- ... -> '",
            "x::",
            "&lt;",
            "{doctitle}",
            "pass:[<b>x</b>]",
            "image::x.png[]",
            "<<x>> ((y)) [[z]] +a+",
            "= title",
            "| cell"));
    return texts;
  }

  private static String document(Format format) throws IOException {
    List<Content> contents = new ArrayList<>();
    List<String> texts = texts();
    texts.forEach(t -> contents.add(new Content.Paragraph(t)));
    contents.add(new Content.Items(texts));
    contents.add(
        new Content.Table(List.of("a", "b"), texts.stream().map(t -> List.of(t, "end")).toList()));
    contents.add(new Content.Code("c", strategy().lines()));
    contents.add(new Content.Code("text", strategy().lines()));
    return String.join("\n", WRITER.write(format, contents)) + "\n";
  }

  private static void showsAllAsText(Renderers.Html shown) throws IOException {
    assertThat(shown.complaints()).isEmpty();
    assertThat(shown.count("script")).isZero();
    assertThat(shown.count("img")).isZero();
    for (String text : texts()) {
      String seen = Visible.of(text).replaceAll("\\s+", " ");
      assertThat(occurrences(shown.text(), seen)).as(text).isGreaterThanOrEqualTo(3);
    }
    assertThat(shown.count("tr")).isEqualTo(texts().size() + 1);
    assertThat(shown.count("li")).isEqualTo(texts().size());
    List<String> lines = strategy().lines();
    assertThat(shown.code())
        .hasSize(2)
        .allSatisfy(
            code ->
                assertThat(spaces(code)).isEqualTo(spaces(Visible.of(String.join("\n", lines)))));
  }

  private static int occurrences(String text, String part) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }

  /** docutils sets tabs in spaces. */
  private static String spaces(String code) {
    return code.lines().map(l -> Tabs.expand(l, 8)).reduce((a, b) -> a + "\n" + b).orElse("");
  }

  @Test
  void markdownShowsItAsText() throws IOException {
    showsAllAsText(Renderers.markdown(document(Format.MARKDOWN)));
  }

  @Test
  void asciidoctorShowsItAsText() throws IOException {
    showsAllAsText(Renderers.asciidoc(document(Format.ASCIIDOC)));
  }

  @Test
  void docutilsShowsItAsText() throws IOException, InterruptedException {
    Optional<Renderers.Html> shown = Renderers.rst(document(Format.RST), directory);
    assumeThat(shown).as("docutils is not installed: apt-get install python3-docutils").isPresent();
    showsAllAsText(shown.orElseThrow());
  }

  @Test
  void latexSetsIt() throws IOException, InterruptedException {
    Optional<Boolean> set = Renderers.latex(document(Format.LATEX), directory);
    assumeThat(set).as("LaTeX is not installed: apt-get install texlive-latex-base").isPresent();
    assertThat(set.orElseThrow()).isTrue();
  }

  /**
   * Where there is no LaTeX to ask: what it reads is ASCII, balanced, and of commands that are
   * known.
   */
  @Test
  void latexIsGivenNothingThatItWouldTakeForACommand() throws IOException {
    String text = document(Format.LATEX);

    assertThat(text).matches("(?s)[\\n -~]*");
    assertThat(
            text.replaceAll(
                "\\\\(?:begin|end)\\{(?:flushleft|itemize|center|tabular)}(?:\\{(?:l|p\\{[0-9.]+\\\\linewidth})+})?"
                    + "|\\\\(?:ttfamily|footnotesize|scriptsize|hline|item|sloppy)\\b"
                    + "|\\\\setlength\\{\\\\tabcolsep}\\{2.5pt}|\\\\mbox\\{"
                    + "|\\\\text(?:backslash|ascii(?:circum|tilde)|less|greater|bar)\\{}"
                    + "|\\\\char\\d\\d\\{}|\\\\[{}$&#_% ]|\\\\\\\\\\n|[{}]| & ",
                ""))
        .doesNotContain("\\", "$", "#", "%", "&", "^", "_");
    String braces = text.replaceAll("\\\\[{}]", "").replaceAll("[^{}]", "");
    assertThat(occurrences(braces, "{")).isEqualTo(occurrences(braces, "}"));
  }

  @Test
  void theExamplesAreReadWithoutComplaint() throws IOException, InterruptedException {
    assertThat(Renderers.asciidoc(Files.readString(EXAMPLES.resolve("blocks.adoc"))).complaints())
        .isEmpty();
    Optional<Renderers.Html> rst =
        Renderers.rst(Files.readString(EXAMPLES.resolve("blocks.rst")), directory);
    assumeThat(rst).as("docutils is not installed: apt-get install python3-docutils").isPresent();
    assertThat(rst.orElseThrow().complaints()).isEmpty();
  }
}
