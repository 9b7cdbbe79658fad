package quiesce.document;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import quiesce.catalogue.InputException;

/** The formats of documents. */
enum Format {
  MARKDOWN(
      List.of(".md", ".markdown"),
      new CommentSyntax("<!--", "-->", true),
      new MarkdownLiterals(),
      new MarkdownMarkup()),
  RST(List.of(".rst"), new CommentSyntax("..", "", true), new RstLiterals(), new RstMarkup()),
  ASCIIDOC(
      List.of(".adoc", ".asciidoc"),
      new CommentSyntax("//", "", false),
      new AsciidocLiterals(),
      new AsciidocMarkup()),
  LATEX(List.of(".tex"), new CommentSyntax("%", "", true), new LatexLiterals(), new LatexMarkup());

  private final List<String> extensions;
  private final CommentSyntax comments;
  private final LiteralLines literals;
  private final Markup markup;

  Format(List<String> extensions, CommentSyntax comments, LiteralLines literals, Markup markup) {
    this.extensions = extensions;
    this.comments = comments;
    this.literals = literals;
    this.markup = markup;
  }

  /**
   * @throws InputException if the name ends as no format's does
   */
  static Format of(String file) {
    String lower = file.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(f -> f.extensions.stream().anyMatch(lower::endsWith))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    file
                        + " has no format that is known by its name: a document ends in "
                        + Arrays.stream(values())
                            .flatMap(f -> f.extensions.stream())
                            .collect(Collectors.joining(", "))));
  }

  CommentSyntax comments() {
    return comments;
  }

  LiteralLines literals() {
    return literals;
  }

  Markup markup() {
    return markup;
  }

  /** Whether signs have to be written in ASCII. */
  boolean ascii() {
    return this == LATEX;
  }

  /** Where the templates are. */
  String folder() {
    return "document/" + name().toLowerCase(Locale.ROOT);
  }
}
