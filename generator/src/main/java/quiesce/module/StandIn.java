package quiesce.module;

/**
 * Identifiers in letters of full width: as long as those in ASCII that they stand for, and in no
 * template.
 */
final class StandIn {
  private static final char FIRST = '\uff01';
  private static final char LAST = '\uff5e';
  private static final int DISTANCE = FIRST - '!';

  /** Part of an identifier that is a stand-in. */
  static final String WHOLE = "[" + FIRST + "-" + LAST + "]+";

  private StandIn() {}

  static String of(String name) {
    return shifted(name, DISTANCE);
  }

  static String meaning(String standIn) {
    return shifted(standIn, -DISTANCE);
  }

  private static String shifted(String text, int by) {
    StringBuilder out = new StringBuilder();
    text.chars().forEach(c -> out.append((char) (c + by)));
    return out.toString();
  }
}
