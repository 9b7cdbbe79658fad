package quiesce.cli;

import quiesce.report.CheckReport;
import quiesce.report.GrowingReport;
import quiesce.verdict.Campaign;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Subject;

/**
 * Prints an answer as far as it is known. When quiesce is ended before the rest, it leaves what is
 * decided, and says how to continue.
 */
final class Answering implements Campaign.Listener, AutoCloseable {
  private final GrowingReport answer;
  private final Progress progress;
  private final Console console;
  private final int all;
  private final Thread ended = new Thread(this::ended, "ended");
  private int decided;

  Answering(GrowingReport answer, Progress progress, Console console, int all) {
    this.answer = answer;
    this.progress = progress;
    this.console = console;
    this.all = all;
    progress.print(answer.head());
    Runtime.getRuntime().addShutdownHook(ended);
  }

  @Override
  public void begun(Subject subject) {
    progress.begun(subject);
  }

  @Override
  public synchronized void done(int done, int all, StrategyVerdicts verdicts) {
    decided = done;
    progress.print(answer.decided(verdicts));
    progress.done(done, all, verdicts);
  }

  /** Prints the rest. */
  synchronized void end(CheckReport report) {
    close();
    progress.print(answer.end(report));
  }

  private synchronized void ended() {
    progress.print(answer.soFar());
    progress.close();
    console.error(
        "interrupted, %d of %d checks are decided; the same command with --resume continues"
            .formatted(decided, all));
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(ended);
    } catch (IllegalStateException e) {
      // It is just running.
    }
  }
}
