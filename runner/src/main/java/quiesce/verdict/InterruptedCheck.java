package quiesce.verdict;

/** The check was given up because somebody asked for that, so there is nothing to report. */
public final class InterruptedCheck extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InterruptedCheck() {
    super("interrupted");
  }
}
