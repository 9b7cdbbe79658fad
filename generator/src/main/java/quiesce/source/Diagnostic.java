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

  /** The message as compilers print it: position, message, source line, caret, help. */
  public String render() {
    String line = file.line(place.line());
    String before = line.substring(0, Math.min(place.column() - 1, line.length()));
    String margin = Visible.of(before).replaceAll("[^\t]", " ");
    return Visible.of(
        "%s:%d:%d: error: %s%n    %s%n    %s^%n    help: %s"
            .formatted(file.name(), place.line(), place.column(), message, line, margin, help));
  }

  @Override
  public int compareTo(Diagnostic other) {
    int byName = file.name().compareTo(other.file.name());
    return byName != 0 ? byName : place.compareTo(other.place);
  }
}
