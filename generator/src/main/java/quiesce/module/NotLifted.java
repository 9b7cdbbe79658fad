package quiesce.module;

/** A program has no specification for any number; the message says why. */
public final class NotLifted extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotLifted(String reason) {
    super(reason);
  }
}
