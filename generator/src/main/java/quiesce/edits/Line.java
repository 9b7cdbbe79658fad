package quiesce.edits;

import java.util.List;
import quiesce.source.Place;
import quiesce.source.SourceFile;

/**
 * Something in a strategy that orders, marks, waits, protects or tests, and how it can be weakened.
 *
 * @param function that it is in
 * @param place where it is
 * @param what it is, as the file has it
 * @param ways each weaker than the one before it
 */
public record Line(String function, Place place, Kind kind, String what, List<Way> ways) {
  public Line {
    ways = List.copyOf(ways);
  }

  /** What is weakened. */
  public enum Kind {
    /** A call that a weaker one takes the place of. */
    CALL,
    /** A statement that is left out. */
    STATEMENT,
    /** What protects the statements between two calls. */
    SECTION,
    /** Which of two statements comes first. */
    ORDER,
    /** A condition that is taken to be true or false. */
    TEST
  }

  /**
   * One way to weaken it.
   *
   * @param instead what takes its place, as C; empty for nothing
   * @param file the strategy with that
   */
  public record Way(String instead, SourceFile file) {}
}
