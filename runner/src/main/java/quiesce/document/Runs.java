package quiesce.document;

import java.util.List;

/** Lengths of delimiters. */
final class Runs {
  private Runs() {}

  /** One more than the longest run of a character, but at least so many. */
  static int longer(List<String> lines, char c, int least) {
    int longest = least - 1;
    for (String line : lines) {
      int run = 0;
      for (int i = 0; i < line.length(); i++) {
        run = line.charAt(i) == c ? run + 1 : 0;
        longest = Math.max(longest, run);
      }
    }
    return longest + 1;
  }
}
