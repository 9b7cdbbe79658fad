package quiesce.source;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Guesses which of the known words a mistyped one was meant to be. */
final class Spelling {
  private static final int SHORT_WORD = 4;
  private static final int LONGEST = 40;

  private Spelling() {}

  /**
   * The known word that is nearest to {@code word}, at most two typing mistakes away. A word of
   * four letters or fewer may have one only: {@code done} is not a mistyped {@code note}.
   */
  static Optional<String> nearest(String word, List<String> known) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    int limit = word.length() <= SHORT_WORD ? 1 : 2;
    return known.stream()
        .filter(k -> distance(word, k) <= limit)
        .min(Comparator.comparingInt(k -> distance(word, k)));
  }

  /** Levenshtein's distance. */
  static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
