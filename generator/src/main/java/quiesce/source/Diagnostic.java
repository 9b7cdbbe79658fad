package quiesce.source;

import quiesce.text.Visible;

/**
 * What is wrong with a file, where, and what to write instead.
 *
 * @param message one line, without a full stop
 * @param help one line: the way out
 */
public record Diagnostic(SourceFile file, Place place, String message, String help)
    implements Comparable<Diagnostic> {

  private static final int LONGEST_MESSAGE = 400;

  public Diagnostic {
    message +=
        place.expansion().map(e -> ", in the expansion of '%s'".formatted(e.macro())).orElse("");
    place = place.written();
  }

  /** The message as compilers print it: position, message, source line, caret, help. */
  public String render() {
    Excerpt line = Excerpt.of(file.line(place.line()), Math.max(0, place.column() - 1));
    return Visible.of(
        "%s:%d:%d: error: %s%n    %s%n    %s^%n    help: %s"
            .formatted(
                file.name(),
                place.line(),
                place.column(),
                shortened(message),
                line.text(),
                line.margin(),
                shortened(help)));
  }

  /** Names come from the file, and may be as long as it is. */
  private static String shortened(String text) {
    return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "...";
  }

  @Override
  public int compareTo(Diagnostic other) {
    int byName = file.name().compareTo(other.file.name());
    return byName != 0 ? byName : place.compareTo(other.place);
  }
}
