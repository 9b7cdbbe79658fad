package quiesce.site;

import java.util.List;
import java.util.stream.IntStream;
import quiesce.source.SourceFile;
import quiesce.text.Visible;

/** A line of C. */
public record SourceLine(int number, String text) {
  static List<SourceLine> of(SourceFile file) {
    return IntStream.rangeClosed(1, file.lines().size())
        .mapToObj(n -> new SourceLine(n, Visible.of(file.line(n))))
        .toList();
  }
}
