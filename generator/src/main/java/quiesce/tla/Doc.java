package quiesce.tla;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text that may be broken into lines at some places: Wadler, "A prettier printer". A group stays
 * on one line where it fits.
 */
sealed interface Doc {
  record Text(String text) implements Doc {}

  /** A place where a line may end; else the text that is there. */
  record Break(String flat) implements Doc {}

  /** A place where a line ends, so that nothing around it is on one line. */
  record End() implements Doc {}

  /** A comment on lines of its own. */
  record Remark(String text) implements Doc {}

  record Sequence(List<Doc> parts) implements Doc {}

  /**
   * What follows a bracket or a sign: on the same line, with further lines below its first
   * character; or, where lines would be too long, on a line of its own.
   *
   * @param flat what comes before it on the same line
   */
  record Hung(String flat, Doc inner) implements Doc {}

  /** Further lines begin below the first character. */
  record Aligned(Doc inner) implements Doc {}

  /** Further lines begin some columns further right. */
  record Nested(int columns, Doc inner) implements Doc {}

  /** On one line if possible. */
  record Group(Doc inner) implements Doc {}

  /** One text where the group around it is broken, and another where it is not. */
  record Either(Doc broken, Doc flat) implements Doc {}

  Doc NOTHING = new Text("");
  Doc SPACE = new Break(" ");

  static Doc text(String text) {
    return new Text(text);
  }

  static Doc sequence(Doc... parts) {
    return new Sequence(List.of(parts));
  }

  static Doc group(Doc... parts) {
    return new Group(sequence(parts));
  }

  static Doc aligned(Doc... parts) {
    return new Aligned(sequence(parts));
  }

  static Doc nested(int columns, Doc... parts) {
    return new Nested(columns, sequence(parts));
  }

  /** Items, each after the first with something before it. */
  static Doc joined(List<Doc> items, Doc... between) {
    List<Doc> all = new ArrayList<>();
    for (Doc item : items) {
      if (!all.isEmpty()) {
        all.addAll(Arrays.asList(between));
      }
      all.add(item);
    }
    return new Sequence(all);
  }

  /** As many items on each line as fit, with commas. */
  static Doc filled(List<Doc> items) {
    List<Doc> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Doc item = i + 1 < items.size() ? sequence(items.get(i), text(",")) : items.get(i);
      all.add(i == 0 ? item : group(SPACE, item));
    }
    return new Sequence(all);
  }
}
