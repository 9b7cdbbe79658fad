package quiesce.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the name that somebody probably meant. */
public final class Spelling {
  private Spelling() {}

  /** The nearest name, if it is near enough to be offered. */
  public static Optional<String> nearest(String written, Collection<String> known) {
    return known.stream()
        .filter(k -> distance(written, k) <= Math.max(1, Math.min(written.length(), k.length()) / 3))
        .min(Comparator.comparingInt((String k) -> distance(written, k)).thenComparing(k -> k));
  }

  private static int distance(String a, String b) {
    return LevenshteinDistance.getDefaultInstance().apply(a, b);
  }
}
