package quiesce.engine.tlc;

/** TLC could not be used at all: no usable jar, or a directory that cannot be written. */
public final class TlcException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An error whose message says what is wrong, where, and what to do. */
  public TlcException(String message) {
    super(message);
  }

  /** The same with the exception that it came from. */
  public TlcException(String message, Throwable cause) {
    super(message, cause);
  }
}
