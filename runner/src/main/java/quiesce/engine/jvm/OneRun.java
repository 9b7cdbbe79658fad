package quiesce.engine.jvm;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.Reason;
import quiesce.engine.tlc.RunRecord;
import quiesce.engine.tlc.TlcException;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;
import quiesce.engine.tlc.TlcResult;

/** What is the same about every run of TLC, wherever it runs. */
final class OneRun {
  static final Outcome INTERRUPTED = Outcome.Failed.of(Reason.INTERRUPTED, "interrupted");

  /** Where it runs. */
  interface Execution {
    /**
     * Runs TLC to its end.
     *
     * @param log where what TLC says is to be written
     */
    Outcome of(TlcJob job, RunRecord record, Optional<Path> log)
        throws IOException, Child.ShuttingDown;
  }

  private OneRun() {}

  /**
   * Runs the job and waits for its end.
   *
   * @param temporaryRoot where files are written, for messages
   * @throws TlcException if they cannot be
   */
  static TlcResult of(TlcJob job, TlcListener listener, Path temporaryRoot, Execution execution) {
    RunRecord record = new RunRecord(listener);
    long start = System.nanoTime();
    Optional<Path> log = Optional.empty();
    Outcome outcome;
    try {
      if (Thread.currentThread().isInterrupted()) {
        outcome = INTERRUPTED;
      } else {
        log = JobFiles.keep(job);
        outcome = execution.of(job, record, log);
      }
    } catch (ClosedByInterruptException e) {
      // What writing a file says when the thread is interrupted.
      outcome = INTERRUPTED;
    } catch (Child.ShuttingDown e) {
      outcome = Outcome.Failed.of(Reason.INTERRUPTED, "shutting down");
    } catch (IOException e) {
      throw new TlcException(
          "cannot prepare a run of TLC ("
              + e
              + "); is there room in the temporary directory "
              + temporaryRoot
              + "?",
          e);
    }
    return record.result(outcome, log, Duration.ofNanos(System.nanoTime() - start));
  }

  static Outcome timedOut(Duration limit) {
    return Outcome.Failed.of(
        Reason.TIMEOUT, "TLC was stopped after " + limit.toMillis() / 1000.0 + " s");
  }

  static Outcome hung(Duration limit) {
    return Outcome.Failed.of(
        Reason.HUNG, "TLC did nothing for " + limit.toSeconds() + " s and was stopped");
  }
}
