package quiesce.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a diff does to one file.
 *
 * @param before its path before; empty of one that is new
 * @param after its path after; empty of one that is removed
 */
public record Change(Optional<String> before, Optional<String> after, List<Hunk> hunks) {
  public Change {
    hunks = List.copyOf(hunks);
  }

  /**
   * What comes of a file by its hunks.
   *
   * @param mismatch where the file is not as they have it
   */
  record Applied(List<String> lines, Optional<Mismatch> mismatch) {}

  /**
   * A line that is another one in the file.
   *
   * @param line its number in the file
   */
  record Mismatch(Hunk hunk, int line, String wanted, Optional<String> found) {}

  /** Its path, that after it if there is one. */
  public String path() {
    return after.or(() -> before).orElseThrow();
  }

  Change reversed() {
    return new Change(after, before, hunks.stream().map(Hunk::reversed).toList());
  }

  /** Makes the file after of the file before. */
  Applied to(List<String> file) {
    List<String> made = new ArrayList<>();
    int at = 0;
    for (Hunk hunk : hunks) {
      int start = hunk.preceding();
      if (start < at || start > file.size()) {
        return failed(hunk, start + 1, hunk.lines().get(0).text(), Optional.empty());
      }
      made.addAll(file.subList(at, start));
      at = start;
      for (String wanted : hunk.linesBefore()) {
        Optional<String> found = at < file.size() ? Optional.of(file.get(at)) : Optional.empty();
        if (found.filter(wanted::equals).isEmpty()) {
          return failed(hunk, at + 1, wanted, found);
        }
        at++;
      }
      made.addAll(hunk.linesAfter());
    }
    made.addAll(file.subList(at, file.size()));
    return new Applied(List.copyOf(made), Optional.empty());
  }

  private static Applied failed(Hunk hunk, int line, String wanted, Optional<String> found) {
    return new Applied(List.of(), Optional.of(new Mismatch(hunk, line, wanted, found)));
  }
}
