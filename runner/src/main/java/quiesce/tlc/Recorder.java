package quiesce.tlc;

import java.util.List;

/**
 * Hears what TLC says, in the order in which it is heard; a {@link Replay} of that reports the same
 * result. One call at a time.
 */
public interface Recorder {
  /** Where a line was written to. */
  enum Stream {
    OUTPUT,
    ERRORS
  }

  /** A line, without its end. */
  void line(Stream stream, String line);

  /**
   * TLC ended by itself; nothing is said after that. Not called when it was stopped, for its time
   * was up, say.
   *
   * @param stateSpace the lines of the file with the state space, if it was asked for
   */
  void ended(int exit, List<String> stateSpace);

  /** Has both hear. */
  static Recorder both(Recorder first, Recorder second) {
    return new Recorder() {
      @Override
      public void line(Stream stream, String line) {
        first.line(stream, line);
        second.line(stream, line);
      }

      @Override
      public void ended(int exit, List<String> stateSpace) {
        first.ended(exit, stateSpace);
        second.ended(exit, stateSpace);
      }
    };
  }

  /** Hears nothing. */
  record Deaf() implements Recorder {
    @Override
    public void line(Stream stream, String line) {}

    @Override
    public void ended(int exit, List<String> stateSpace) {}
  }
}
