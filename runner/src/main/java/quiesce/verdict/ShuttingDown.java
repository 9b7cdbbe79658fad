package quiesce.verdict;

import quiesce.engine.tlc.Reason;

/** Distinguishes a TLC that died from one that was killed because this program is being ended. */
final class ShuttingDown {
  private static final int ATTEMPTS = 10;
  private static final int PAUSE_MILLIS = 30;

  private ShuttingDown() {}

  /**
   * Whether this JVM is about to end. Ctrl-C reaches TLC at the same time, which may be gone before
   * this JVM has taken notice: so it waits a little.
   */
  static boolean soon() {
    for (int i = 0; i < ATTEMPTS; i++) {
      if (begun()) {
        return true;
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return true;
      }
    }
    return false;
  }

  /** Whether it is why a run came to no verdict. */
  static boolean isWhy(Reason reason) {
    return reason == Reason.INTERRUPTED || reason == Reason.KILLED && soon();
  }

  private static boolean begun() {
    Thread hook = new Thread(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(hook);
      Runtime.getRuntime().removeShutdownHook(hook);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }
}
