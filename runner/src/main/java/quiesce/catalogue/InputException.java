package quiesce.catalogue;

/** What the user gave cannot be used. The message says what, why, and the way out. */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InputException(String message) {
    super(message);
  }

  /** The same with the exception that it came from. */
  public InputException(String message, Throwable cause) {
    super(message, cause);
  }
}
