package quiesce.bench;

/** Something could not be measured, and to continue would show wrong figures. */
final class BenchException extends RuntimeException {
  private static final long serialVersionUID = 1;

  BenchException(String message) {
    super(message);
  }

  BenchException(String message, Exception cause) {
    super(message, cause);
  }
}
