package quiesce.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import quiesce.catalogue.InputException;
import quiesce.source.SourceException;
import quiesce.template.Templates;

/** Random documents with random markers, and contents of any kind. */
class EmbeddingPropertiesTest {
  private static final Set<String> KINDS = Set.of("matrix", "source");
  private static final ContentWriter WRITER = new ContentWriter(new Templates(Optional.empty()));

  /** Lines that mean something in some format, and some that do not. */
  private static final List<String> LINES =
      List.of(
          "",
          "",
          "text",
          "text::",
          "# title",
          "====",
          "    indented",
          "\ttab",
          "- item",
          "  more of it",
          "```",
          "~~~",
          "----",
          "....",
          "|===",
          "<div>",
          "<!-- comment -->",
          "<!-- two",
          "lines -->",
          ".. note::",
          ".. code-block:: c",
          "// comment",
          "% comment",
          "\\begin{verbatim}",
          "\\end{verbatim}",
          "caf\u00e9 \u2713 \ud83d\ude00");

  record Sample(Format format, String text, List<List<Content>> contents) {}

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void outsideOfBlocksNoByteChangesAndTwiceIsOnce(@ForAll("samples") Sample sample) {
    Document before;
    Document after;
    Renewer.Result once;
    try {
      before = document(sample.format(), DocumentText.of(sample.text()));
      once = Renewer.renew(before, bodies(before, sample), false, KINDS);
      after = document(sample.format(), once.text());
    } catch (SourceException | InputException e) {
      // Refused: then nothing is written.
      Statistics.label("outcome").collect("refused");
      return;
    }
    boolean any = !before.regions().isEmpty();
    Statistics.label("outcome")
        .collect(any ? once.kept().isEmpty() ? "renewed" : "kept" : "no block");

    assertThat(outside(after)).isEqualTo(outside(before));
    assertThat(Renewer.renew(after, bodies(after, sample), false, KINDS).text().toString())
        .isEqualTo(once.text().toString());
    assertThat(DocumentText.of("x", once.text().bytes())).isEqualTo(once.text());
  }

  private static Document document(Format format, DocumentText text) {
    return Document.of("x", format, text, KINDS);
  }

  private static List<List<String>> bodies(Document document, Sample sample) {
    List<List<String>> bodies = new ArrayList<>();
    for (int i = 0; i < document.regions().size(); i++) {
      List<Content> contents = sample.contents().get(i % sample.contents().size());
      bodies.add(WRITER.write(document.format(), contents));
    }
    return bodies;
  }

  /** Everything but bodies and checksums. */
  private static String outside(Document document) {
    StringBuilder text = new StringBuilder();
    List<DocumentText.Line> lines = document.text().lines();
    int next = 0;
    for (Region region : document.regions()) {
      int end = region.end().place().line();
      lines.subList(next, region.begin().place().line()).forEach(text::append);
      text.append(lines.get(end - 1).toString().replaceFirst("(?<=end) [0-9a-f]{8}", ""));
      next = end;
    }
    lines.subList(next, lines.size()).forEach(text::append);
    return text.toString();
  }

  @Provide
  Arbitrary<Sample> samples() {
    return Arbitraries.of(Format.values())
        .flatMap(
            format ->
                Combinators.combine(
                        parts(format).list().ofMaxSize(12),
                        Arbitraries.of("\n", "\r\n", "\r"),
                        Arbitraries.of("\n", "\r\n", ""),
                        contents()
                            .list()
                            .ofMinSize(1)
                            .ofMaxSize(3)
                            .list()
                            .ofMinSize(1)
                            .ofMaxSize(3))
                    .as((parts, end, last, c) -> sample(format, parts, end, last, c)));
  }

  private static Sample sample(
      Format format, List<String> parts, String end, String last, List<List<Content>> contents) {
    String text = String.join("\n", parts).replace("\n", end);
    return new Sample(format, text + last, contents);
  }

  /** A line of text mostly, or a block, or a marker that stands alone. */
  private Arbitrary<String> parts(Format format) {
    CommentSyntax syntax = format.comments();
    Arbitrary<String> text = Arbitraries.of(LINES);
    Arbitrary<String> end =
        Arbitraries.of("quiesce: end", "quiesce: end 01234567").map(syntax::write);
    Arbitrary<String> indent =
        Arbitraries.frequency(Tuple.of(8, ""), Tuple.of(1, "  "), Tuple.of(1, "    "));
    Arbitrary<String> block =
        Combinators.combine(indent, text.list().ofMaxSize(2), end)
            .as(
                (i, body, e) ->
                    "\n"
                        + i
                        + syntax.write("quiesce: matrix a")
                        + "\n"
                        + String.join("", body.stream().map(l -> i + l + "\n").toList())
                        + i
                        + e);
    Arbitrary<String> stray = Arbitraries.of("quiesce: matrix", "quiesce: end").map(syntax::write);
    return Arbitraries.frequencyOf(Tuple.of(12, text), Tuple.of(6, block), Tuple.of(1, stray));
  }

  private static Arbitrary<Content> contents() {
    Arbitrary<String> text =
        Arbitraries.oneOf(
            Arbitraries.of(LINES),
            Arbitraries.strings().withChars("`~|*_-.=+/\\{}[]()<>#%$&:!\"' ab1\t").ofMaxLength(12),
            Arbitraries.of(
                "<!-- quiesce: end -->",
                ".. quiesce: end",
                "// quiesce: end",
                "% quiesce: end",
                "<!-- quiesce: matrix -->",
                ".. quiesce: matrix",
                "<!-- quiesce matrix",
                "// quiesce: matrix",
                "% qiesce: matrix"));
    Arbitrary<List<String>> texts = text.list().ofMinSize(1).ofMaxSize(4);
    return Arbitraries.oneOf(
        text.map(Content.Paragraph::new),
        texts.map(Content.Items::new),
        texts.map(t -> new Content.Code("c", t)),
        texts.map(t -> new Content.Code("mermaid", t)),
        texts.map(t -> new Content.Table(t, List.of(t))));
  }
}
