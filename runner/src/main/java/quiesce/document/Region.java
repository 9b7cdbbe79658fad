package quiesce.document;

import java.util.ArrayList;
import java.util.List;
import quiesce.document.DocumentText.Line;

/**
 * A block of a document, from marker to marker.
 *
 * @param lines between the markers
 */
record Region(Marker.Begin begin, Marker.End end, List<Line> lines) {
  Region {
    lines = List.copyOf(lines);
  }

  /** What a body is to whoever would write over it. */
  enum Standing {
    /** Nothing would be lost. */
    OURS,
    /** It is not what was written there. */
    EDITED,
    /** Nobody knows that it was ever written by quiesce. */
    UNSIGNED
  }

  Standing standing() {
    List<String> body = body();
    if (body.stream().allMatch(String::isBlank)) {
      return Standing.OURS;
    }
    return end.checksum()
        .map(c -> c.equals(Checksum.of(body)) ? Standing.OURS : Standing.EDITED)
        .orElse(Standing.UNSIGNED);
  }

  /** The lines without their indentation. */
  List<String> body() {
    return lines.stream()
        .map(Line::text)
        .map(t -> t.startsWith(begin.indent()) ? t.substring(begin.indent().length()) : t)
        .toList();
  }

  /**
   * The lines of another body, indented, and ending as the begin marker does.
   *
   * @param ending of the line of the begin marker
   */
  List<Line> lines(List<String> body, String ending) {
    List<Line> written = new ArrayList<>();
    for (String line : body) {
      written.add(new Line(line.isBlank() ? "" : begin.indent() + line, ending));
    }
    return written;
  }
}
