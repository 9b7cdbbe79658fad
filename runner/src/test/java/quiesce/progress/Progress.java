package quiesce.progress;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Prints each test as it ends, for those that take hours: what a run has found by then is in its
 * log, also of one that is stopped. The profile `slow` makes JUnit find it.
 */
public final class Progress implements TestWatcher {
  @Override
  public void testSuccessful(ExtensionContext test) {
    print("passed", test, "");
  }

  @Override
  public void testAborted(ExtensionContext test, Throwable cause) {
    print("skipped", test, cause.getMessage());
  }

  @Override
  public void testFailed(ExtensionContext test, Throwable cause) {
    print("FAILED", test, Optional.ofNullable(cause.getMessage()).orElse(cause.toString()));
  }

  private static void print(String outcome, ExtensionContext test, String why) {
    System.out.printf(
        "%s %s.%s %s %s%n",
        outcome,
        test.getRequiredTestClass().getSimpleName(),
        test.getRequiredTestMethod().getName(),
        test.getDisplayName(),
        why);
  }
}
