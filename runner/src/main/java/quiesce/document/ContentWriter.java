package quiesce.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import quiesce.template.Templates;
import quiesce.text.Visible;

/** Writes contents down in a format, by its templates. */
final class ContentWriter {
  private final Templates templates;

  ContentWriter(Templates templates) {
    this.templates = templates;
  }

  /** The lines of a body, with an empty one on either side, which most formats need. */
  List<String> write(Format format, List<Content> contents) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    for (Content content : contents) {
      lines.addAll(write(format, seen(content)));
      lines.add("");
    }
    return lines;
  }

  private List<String> write(Format format, Content content) {
    String name = content.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    Map<String, Object> model = Map.of("it", content, "markup", format.markup());
    List<String> lines =
        templates
            .render(format.folder() + "/" + name + ".ftl", model)
            .lines()
            .map(String::stripTrailing)
            .collect(Collectors.toCollection(ArrayList::new));
    while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    return lines;
  }

  /** No format gets to see a character that people would not. */
  private static Content seen(Content content) {
    if (content instanceof Content.Table t) {
      return new Content.Table(seen(t.head()), t.rows().stream().map(ContentWriter::seen).toList());
    } else if (content instanceof Content.Paragraph p) {
      return new Content.Paragraph(seen(p.text()));
    } else if (content instanceof Content.Items i) {
      return new Content.Items(seen(i.texts()));
    } else if (content instanceof Content.Code c) {
      return new Content.Code(c.language(), seen(c.lines()));
    } else if (content instanceof Content.Figure f) {
      return new Content.Figure(f.file(), seen(f.title()), f.svg(), f.tikz());
    }
    throw new IllegalStateException("no such content: " + content);
  }

  private static List<String> seen(List<String> texts) {
    return texts.stream().map(ContentWriter::seen).toList();
  }

  private static String seen(String text) {
    return Visible.of(text);
  }
}
