package quiesce.engine.tlc;

import java.util.List;

/**
 * One message of TLC's {@code -tool} protocol.
 *
 * @param text its text, that of the messages within it included
 * @param inner the messages within it
 */
record Message(int code, int severity, String text, List<Message> inner) {
  static final int ERROR = 1;
  static final int WARNING = 3;
  static final int STATE = 4;

  /** Whether it is one of these codes or holds one. */
  boolean mentions(int code) {
    return this.code == code || inner.stream().anyMatch(m -> m.mentions(code));
  }
}
