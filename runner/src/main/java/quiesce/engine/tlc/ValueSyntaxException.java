package quiesce.engine.tlc;

/** A text is not a value in TLC's notation. */
public final class ValueSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ValueSyntaxException(String message) {
    super(message);
  }
}
