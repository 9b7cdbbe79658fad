package quiesce.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;
import org.asciidoctor.log.Severity;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The tools that people read documents with. */
final class Renderers {
  private static final Pattern CODE = Pattern.compile("<pre[^>]*>(.*?)</pre>", Pattern.DOTALL);
  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  private Renderers() {}

  /**
   * @param complaints what the tool has to say of the document
   */
  record Html(String html, String complaints) {
    /** The texts of its code blocks. */
    List<String> code() {
      return CODE.matcher(html).results().map(r -> r.group(1)).map(Html::plain).toList();
    }

    /** All that can be read. */
    String text() {
      return plain(html).replaceAll("\\s+", " ");
    }

    long count(String tag) {
      return Pattern.compile("<" + tag + "[\\s>]")
          .matcher(html)
          .results()
          .map(MatchResult::group)
          .count();
    }

    private static String plain(String html) {
      return StringEscapeUtils.unescapeHtml4(TAG.matcher(html).replaceAll("")).stripTrailing();
    }
  }

  static Html markdown(String text) {
    List<TablesExtension> tables = List.of((TablesExtension) TablesExtension.create());
    return new Html(
        HtmlRenderer.builder()
            .extensions(tables)
            .build()
            .render(Parser.builder().extensions(tables).build().parse(text)),
        "");
  }

  static Html asciidoc(String text) {
    StringBuilder complaints = new StringBuilder();
    try (Asciidoctor asciidoctor = Asciidoctor.Factory.create()) {
      asciidoctor.registerLogHandler(
          r -> {
            if (r.getSeverity().compareTo(Severity.INFO) >= 0) {
              complaints.append(r.getMessage()).append('\n');
            }
          });
      String html = asciidoctor.convert(text, Options.builder().safe(SafeMode.SAFE).build());
      return new Html(html, complaints.toString());
    }
  }

  /** Nothing where docutils is not installed. */
  static Optional<Html> rst(String text, Path directory) throws IOException, InterruptedException {
    Path in = Files.writeString(directory.resolve("in.rst"), text);
    Path out = directory.resolve("out.html");
    Path errors = directory.resolve("errors.txt");
    for (String command : List.of("rst2html5", "rst2html5.py")) {
      try {
        new ProcessBuilder(command, "--report=info", in.toString(), out.toString())
            .redirectError(errors.toFile())
            .start()
            .waitFor();
        return Optional.of(
            new Html(
                Files.readString(out).replaceFirst("(?s).*<body[^>]*>", ""),
                Files.readString(errors, StandardCharsets.UTF_8)));
      } catch (IOException e) {
        // Another distribution, another name.
        Files.deleteIfExists(out);
      }
    }
    return Optional.empty();
  }

  /** Whether LaTeX sets the document without an error; nothing where it is not installed. */
  static Optional<Boolean> latex(String body, Path directory)
      throws IOException, InterruptedException {
    Files.writeString(
        directory.resolve("in.tex"),
        "\\documentclass{article}\n\\begin{document}\n" + body + "\n\\end{document}\n");
    try {
      Process latex =
          new ProcessBuilder("latex", "-interaction=batchmode", "-halt-on-error", "in.tex")
              .directory(directory.toFile())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return Optional.of(latex.waitFor() == 0);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
