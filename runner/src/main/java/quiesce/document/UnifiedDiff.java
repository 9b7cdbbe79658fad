package quiesce.document;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Differences for people and for {@code patch}. */
final class UnifiedDiff {
  private static final int CONTEXT = 3;
  private static final String NO_FILE = "/dev/null";

  private UnifiedDiff() {}

  static String of(String name, Optional<byte[]> before, byte[] after) {
    List<String> old = before.map(UnifiedDiff::lines).orElse(List.of());
    List<String> diff =
        UnifiedDiffUtils.generateUnifiedDiff(
            before.isPresent() ? name : NO_FILE,
            name,
            old,
            DiffUtils.diff(old, lines(after)),
            CONTEXT);
    return String.join("\n", diff) + "\n";
  }

  /** A carriage return belongs to its line; a last line without an end is reported as such. */
  private static List<String> lines(byte[] file) {
    List<String> lines = new ArrayList<>();
    for (DocumentText.Line line :
        DocumentText.of(new String(file, StandardCharsets.UTF_8)).lines()) {
      lines.add(
          line.ending().isEmpty()
              ? line.text() + "\n\\ No newline at end of file"
              : line.text() + line.ending().replace("\n", ""));
    }
    return lines;
  }
}
