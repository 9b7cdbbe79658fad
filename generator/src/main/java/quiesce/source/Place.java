package quiesce.source;

import java.util.Comparator;
import java.util.Optional;

/**
 * A place in a file.
 *
 * @param line counted from 1
 * @param column counted from 1, in characters; a tab is one character
 * @param expansion of the macro that the text there comes of: several places are in one then
 */
public record Place(int line, int column, Optional<Expansion> expansion)
    implements Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparingInt(Place::line)
          .thenComparingInt(Place::column)
          .thenComparingInt(p -> p.expansion().map(Expansion::word).orElse(0));

  /**
   * What a macro expands to.
   *
   * @param macro the one that the file names
   * @param word counted from 1, of all that the macros of the file expand to
   */
  public record Expansion(String macro, int word) {}

  public Place(int line, int column) {
    this(line, column, Optional.empty());
  }

  /** The place as the file has it. */
  Place written() {
    return new Place(line, column);
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
