package quiesce.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the leading kernel-doc comment. Only words that are known as keys make a key, so that the
 * colon of a URL or of a sentence is text; a word that is nearly a key is an error.
 */
final class FrontMatterReader {
  static final List<String> KEYS =
      List.of(
          "strategy",
          "title",
          "group",
          "source",
          "question",
          "expect",
          "providers",
          "config",
          "note");
  private static final Set<String> UNMISTAKABLE = Set.of("strategy", "expect");
  private static final String OPENING = "/**";
  private static final String DESCRIPTION = "description";

  /** Neither C nor an editor takes them for the end of a line, but much else does. */
  private static final Pattern OTHER_LINE_ENDS = Pattern.compile("[\\u0085\\u2028\\u2029]");

  private static final Pattern LINE = Pattern.compile("\\s*(?:\\*(?!/)\\s*)?(.*?)\\s*");
  private static final Pattern KEY =
      Pattern.compile("([A-Za-z0-9-]+)(?:\\s+([A-Za-z0-9-]+))?\\s*:\\s*(.*)");

  private final Diagnostics diagnostics;
  private final List<Draft> drafts = new ArrayList<>();
  private Optional<Draft> open = Optional.empty();

  private FrontMatterReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** A value that may still grow. */
  private record Draft(Place place, String key, StringBuilder value) {}

  private record Line(Place place, String text) {}

  /** The front matter among the comments that are before the first word of C. */
  static FrontMatter leading(SourceFile file, Diagnostics diagnostics) {
    for (LeadingComments.Comment comment : LeadingComments.of(file)) {
      if (comment.text().length() > "/**/".length()) {
        FrontMatter found = read(comment, diagnostics);
        if (!found.entries().isEmpty()) {
          return found;
        }
      }
    }
    return new FrontMatter(List.of());
  }

  /** The entries of the comment; none if it is an ordinary comment, of a function for example. */
  private static FrontMatter read(LeadingComments.Comment comment, Diagnostics diagnostics) {
    List<Line> lines = lines(comment);
    if (!comment.text().startsWith(OPENING)) {
      // Not to be passed over in silence: what it expects would not be checked.
      lines.stream()
          .filter(l -> key(l).filter(UNMISTAKABLE::contains).isPresent())
          .findFirst()
          .ifPresent(
              l ->
                  diagnostics.report(
                      l.place(),
                      "front matter in an ordinary comment is not read",
                      "begin the comment with /**"));
      return new FrontMatter(List.of());
    }
    if (!isFrontMatter(lines)) {
      return new FrontMatter(List.of());
    }
    FrontMatterReader reader = new FrontMatterReader(diagnostics);
    lines.forEach(reader::line);
    return new FrontMatter(
        reader.drafts.stream()
            .map(d -> new FrontMatter.Entry(d.place(), d.key(), d.value().toString()))
            .toList());
  }

  /**
   * kernel-doc of a function has lines such as {@code Return:} and {@code Note:} too, but opens
   * with the function's name; front matter has a known key, or opens with a mistyped one.
   */
  private static boolean isFrontMatter(List<Line> lines) {
    return lines.stream().anyMatch(l -> key(l).filter(KEYS::contains).isPresent())
        || lines.stream()
            .filter(l -> !l.text().isEmpty())
            .findFirst()
            .flatMap(FrontMatterReader::key)
            .flatMap(word -> Spelling.nearest(word, KEYS))
            .isPresent();
  }

  private static Optional<String> key(Line line) {
    Matcher matcher = KEY.matcher(line.text());
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static List<Line> lines(LeadingComments.Comment comment) {
    String text = comment.text();
    String[] parts = text.substring(margin(text), text.length() - "*/".length()).split("\n", -1);
    Place start = comment.place();
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      Matcher matcher = LINE.matcher(OTHER_LINE_ENDS.matcher(parts[i]).replaceAll(" "));
      matcher.matches();
      int margin = i == 0 ? start.column() + margin(text) : 1;
      lines.add(new Line(new Place(start.line() + i, margin + matcher.start(1)), matcher.group(1)));
    }
    return lines;
  }

  private static int margin(String comment) {
    return comment.startsWith(OPENING) ? OPENING.length() : "/*".length();
  }

  private void line(Line line) {
    if (line.text().isEmpty()) {
      open = Optional.empty();
      return;
    }
    Matcher matcher = KEY.matcher(line.text());
    if (matcher.matches() && KEYS.contains(matcher.group(1))) {
      begin(line.place(), matcher);
      return;
    }
    if (matcher.matches()) {
      Spelling.nearest(matcher.group(1), KEYS)
          .ifPresent(
              known ->
                  diagnostics.report(
                      line.place(),
                      "'%s' is not a key of the front matter".formatted(matcher.group(1)),
                      "did you mean '%s'?".formatted(known)));
    }
    text(line);
  }

  private void begin(Place place, Matcher matcher) {
    String qualifier = matcher.group(2) == null ? "" : " " + matcher.group(2);
    Draft draft =
        new Draft(place, matcher.group(1) + qualifier, new StringBuilder(matcher.group(3)));
    drafts.add(draft);
    open = Optional.of(draft);
  }

  private void text(Line line) {
    if (open.isPresent()) {
      StringBuilder value = open.get().value();
      value.append(value.isEmpty() ? "" : " ").append(line.text());
      return;
    }
    Optional<Draft> description =
        drafts.stream().filter(d -> d.key().equals(DESCRIPTION)).findFirst();
    description.ifPresent(d -> d.value().append("\n").append(line.text()));
    open =
        description.or(
            () -> {
              Draft draft = new Draft(line.place(), DESCRIPTION, new StringBuilder(line.text()));
              drafts.add(draft);
              return Optional.of(draft);
            });
  }
}
