package quiesce.patch;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a file that a diff changes, with the lines around them.
 *
 * @param place line of the diff that it begins in
 * @param before number of its first line in the file before, or of the line that it comes after if
 *     it has none there
 * @param after the same in the file after
 */
record Hunk(int place, int before, int after, List<Line> lines) {
  Hunk {
    lines = List.copyOf(lines);
  }

  enum Kind {
    BOTH(' '),
    BEFORE('-'),
    AFTER('+');

    private final char mark;

    Kind(char mark) {
      this.mark = mark;
    }

    char mark() {
      return mark;
    }

    private Kind other() {
      return switch (this) {
        case BOTH -> BOTH;
        case BEFORE -> AFTER;
        case AFTER -> BEFORE;
      };
    }
  }

  record Line(Kind kind, String text) {}

  /** What takes its change back. */
  Hunk reversed() {
    return new Hunk(
        place,
        after,
        before,
        lines.stream().map(line -> new Line(line.kind().other(), line.text())).toList());
  }

  List<String> linesBefore() {
    return without(Kind.AFTER);
  }

  List<String> linesAfter() {
    return without(Kind.BEFORE);
  }

  private List<String> without(Kind kind) {
    List<String> kept = new ArrayList<>();
    lines.stream().filter(l -> l.kind() != kind).map(Line::text).forEach(kept::add);
    return kept;
  }

  /** How many lines of the file before precede it. */
  int preceding() {
    return linesBefore().isEmpty() ? before : before - 1;
  }
}
