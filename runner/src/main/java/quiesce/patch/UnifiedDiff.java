package quiesce.patch;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Differences for people and for {@code patch}. */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;
  private static final String NO_FILE = "/dev/null";

  private UnifiedDiff() {}

  /**
   * What leads from one text to the other, with a line end after it.
   *
   * @param before empty where there is no such file yet
   */
  public static String of(String name, Optional<String> before, String after) {
    return of(before.isPresent() ? name : NO_FILE, name, before.orElse(""), after);
  }

  /** The same of two names. */
  public static String of(String name, String newName, String before, String after) {
    List<String> old = lines(before);
    List<String> diff =
        UnifiedDiffUtils.generateUnifiedDiff(
            name, newName, old, DiffUtils.diff(old, lines(after)), CONTEXT);
    return String.join("\n", diff) + "\n";
  }

  /** A carriage return belongs to its line; a last line without an end is reported as such. */
  private static List<String> lines(String file) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    for (int end = file.indexOf('\n'); end >= 0; end = file.indexOf('\n', from)) {
      lines.add(file.substring(from, end));
      from = end + 1;
    }
    if (from < file.length()) {
      lines.add(file.substring(from) + "\n\\ No newline at end of file");
    }
    return lines;
  }
}
