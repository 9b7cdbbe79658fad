package quiesce.site;

import java.util.List;
import quiesce.source.SourceFile;
import quiesce.text.Visible;

/** A line of C. */
public record SourceLine(int number, String text) {
  static List<SourceLine> of(SourceFile file) {
    return file.read().mapToObj(n -> new SourceLine(n, Visible.of(file.line(n)))).toList();
  }
}
