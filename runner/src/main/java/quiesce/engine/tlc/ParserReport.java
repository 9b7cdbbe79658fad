package quiesce.engine.tlc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What TLC's parser prints, outside of the protocol, between its start and its end. */
final class ParserReport {
  private static final int MAX_LINES = 1000;

  private final List<String> lines = new ArrayList<>();

  void line(String line) {
    if (lines.size() < MAX_LINES && !line.startsWith("Parsing file ")) {
      lines.add(line.strip());
    }
  }

  /** The first error, with its position if the parser reported one. */
  Optional<String> firstError() {
    Optional<String> syntax = paragraphAfter("***Parse Error***");
    if (syntax.isPresent()) {
      return syntax;
    }
    Optional<String> semantic = entriesAfter("*** Errors:").stream().findFirst();
    return semantic.isPresent()
        ? semantic
        : entriesAfter("*** Abort messages:").stream().findFirst();
  }

  List<String> warnings() {
    return entriesAfter("*** Warnings:");
  }

  private Optional<String> paragraphAfter(String title) {
    int at = lines.indexOf(title);
    return at < 0
        ? Optional.empty()
        : Optional.of(
            lines.stream()
                .skip(at + 1L)
                .takeWhile(l -> !l.isEmpty())
                .collect(Collectors.joining(" ")));
  }

  /** The entries of all such lists: each is a line with the position, an empty line, the text. */
  private List<String> entriesAfter(String title) {
    List<String> paragraphs = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    boolean within = false;
    for (String line : lines) {
      boolean ends = line.isEmpty() || line.startsWith("***");
      if (ends && !paragraph.isEmpty()) {
        paragraphs.add(paragraph.toString());
        paragraph.setLength(0);
      }
      if (line.startsWith("***")) {
        within = line.startsWith(title);
      } else if (within && !ends) {
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(line);
      }
    }
    if (!paragraph.isEmpty()) {
      paragraphs.add(paragraph.toString());
    }
    List<String> entries = new ArrayList<>();
    for (int i = 0; i + 1 < paragraphs.size(); i += 2) {
      entries.add(paragraphs.get(i) + ": " + paragraphs.get(i + 1));
    }
    return entries;
  }
}
