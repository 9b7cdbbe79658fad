package quiesce.document;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import quiesce.patch.UnifiedDiff;

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

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }

  /** What changes, as {@code diff -u} shows it; empty if nothing does. */
  public String diff() {
    return changes() ? UnifiedDiff.of(name, before.map(Renewal::text), text(after)) : "";
  }
}
