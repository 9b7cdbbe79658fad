package quiesce.source;

/**
 * A place in a file.
 *
 * @param line counted from 1
 * @param column counted from 1, in characters; a tab is one character
 */
public record Place(int line, int column) implements Comparable<Place> {
  @Override
  public int compareTo(Place other) {
    return line != other.line
        ? Integer.compare(line, other.line)
        : Integer.compare(column, other.column);
  }
}
