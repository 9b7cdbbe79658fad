package quiesce.document;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a file.
 *
 * @param name for people
 * @param before what it holds; nothing if there is no such file yet
 * @param kept what is said of bodies that are not written over
 */
public record Renewal(
    String name, Path path, Optional<byte[]> before, byte[] after, List<String> kept) {
  public Renewal {
    kept = List.copyOf(kept);
  }

  public boolean changes() {
    return before.filter(b -> Arrays.equals(b, after)).isEmpty();
  }

  /** What changes, as {@code diff -u} shows it; empty if nothing does. */
  public String diff() {
    return changes() ? UnifiedDiff.of(name, before, after) : "";
  }
}
