package quiesce.source;

import java.util.List;
import quiesce.text.Visible;
import quiesce.text.Width;

/**
 * What of a line is shown with a caret below it: all of it, or what is near the caret.
 *
 * @param text of one line
 * @param margin what precedes the caret, in the line below
 */
record Excerpt(String text, String margin) {
  static final int MOST_COLUMNS = 160;

  private static final String CUT = "...";

  /**
   * @param before how many chars of the line are left of the caret
   */
  static Excerpt of(String line, int before) {
    int caret = line.codePointCount(0, Math.min(before, line.length()));
    List<String> seen = line.codePoints().mapToObj(c -> Visible.of(Character.toString(c))).toList();
    int from = 0;
    int to = seen.size();
    int room = MOST_COLUMNS - 2 * CUT.length();
    if (columns(seen) > MOST_COLUMNS) {
      // To the left as much as to the right, or what the one side lacks to the other.
      from = back(seen, caret, room / 2);
      to = forth(seen, caret, room - columns(seen.subList(from, caret)));
      from = back(seen, caret, room - columns(seen.subList(caret, to)));
    }
    String left = from > 0 ? CUT : "";
    String right = to < seen.size() ? CUT : "";
    return new Excerpt(
        left + String.join("", seen.subList(from, to)) + right,
        " ".repeat(left.length()) + blank(seen.subList(from, caret)));
  }

  /** How far left of an index so many columns reach. */
  private static int back(List<String> seen, int index, int columns) {
    int from = index;
    int left = columns;
    while (from > 0 && Width.of(seen.get(from - 1)) <= left) {
      from--;
      left -= Width.of(seen.get(from));
    }
    return from;
  }

  private static int forth(List<String> seen, int index, int columns) {
    int to = index;
    int left = columns;
    while (to < seen.size() && Width.of(seen.get(to)) <= left) {
      left -= Width.of(seen.get(to));
      to++;
    }
    return to;
  }

  private static int columns(List<String> seen) {
    return seen.stream().mapToInt(Width::of).sum();
  }

  /** A tab stays one: it ends in the same column then. */
  private static String blank(List<String> seen) {
    StringBuilder blank = new StringBuilder();
    seen.forEach(c -> blank.append(c.equals("\t") ? c : " ".repeat(Width.of(c))));
    return blank.toString();
  }
}
