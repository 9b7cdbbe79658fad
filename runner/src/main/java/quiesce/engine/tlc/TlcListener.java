package quiesce.engine.tlc;

import java.util.List;

/**
 * Hears of a run: what TLC says, in the order in which it is heard, how far it has come, and what
 * else a user should know. A {@link Replay} of what TLC says reports the same result. One call at a
 * time.
 */
public interface TlcListener {
  /** Where a line was written to. */
  enum Stream {
    OUTPUT,
    ERRORS
  }

  /** Hears nothing. */
  TlcListener NONE = new TlcListener() {};

  /** A line that TLC wrote, without its end. */
  default void line(Stream stream, String line) {}

  /**
   * TLC ended by itself; it says nothing after that. Not called when it was stopped, for its time
   * was up, say.
   *
   * @param stateSpace the lines of the file with the state space, if it was asked for
   */
  default void ended(int exit, List<String> stateSpace) {}

  /** What TLC reports about its progress. */
  default void progress(TlcProgress progress) {}

  /** What a user should know about the run: that it was resumed, say. */
  default void notice(String what) {}

  /** Has another hear all, and this one after it what TLC says. */
  default TlcListener after(TlcListener first) {
    TlcListener second = this;
    return new TlcListener() {
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

      @Override
      public void progress(TlcProgress progress) {
        first.progress(progress);
      }

      @Override
      public void notice(String what) {
        first.notice(what);
      }
    };
  }
}
