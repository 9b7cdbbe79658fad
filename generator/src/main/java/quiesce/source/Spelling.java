package quiesce.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the name that somebody probably meant. */
public final class Spelling {
  private static final int SHORT_WORD = 4;

  private Spelling() {}

  /**
   * The nearest name, if it is at most two typing mistakes away. A word of four letters or fewer
   * may have one only: {@code done} is not a mistyped {@code note}.
   */
  public static Optional<String> nearest(String written, Collection<String> known) {
    int limit = written.length() <= SHORT_WORD ? 1 : 2;
    LevenshteinDistance distance = new LevenshteinDistance(limit);
    return known.stream()
        .filter(k -> distance.apply(written, k) >= 0)
        .min(
            Comparator.comparingInt((String k) -> distance.apply(written, k))
                .thenComparing(Comparator.naturalOrder()));
  }
}
