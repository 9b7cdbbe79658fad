package quiesce.patch;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import quiesce.source.SourceFile;

/**
 * A unified diff: what {@code diff -u}, {@code git diff}, {@code git show} and {@code git
 * format-patch} write, a commit message before it included.
 *
 * @param text that it was read from
 * @param changes of files whose text it changes, in the order of the text
 */
public record Patch(SourceFile text, List<Change> changes) {
  private static final Pattern C = Pattern.compile(".*\\.[ch]");

  public Patch {
    changes = List.copyOf(changes);
  }

  /**
   * Reads a text.
   *
   * @return empty if it is no diff
   * @throws quiesce.catalogue.InputException if it is one that cannot be read
   */
  public static Optional<Patch> of(SourceFile text) {
    return PatchReader.isPatch(text.lines())
        ? Optional.of(new Patch(text, new PatchReader(text).changes()))
        : Optional.empty();
  }

  /** Those of C files. */
  public List<Change> ofC() {
    return changes.stream().filter(c -> C.matcher(c.path()).matches()).toList();
  }
}
