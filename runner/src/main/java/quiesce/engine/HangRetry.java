package quiesce.engine;

import java.time.Duration;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.Reason;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;
import quiesce.engine.tlc.TlcResult;
import quiesce.engine.tlc.TlcRunner;

/**
 * Continues a job that hangs. TLC may do so when it makes a checkpoint: it resumes from the last
 * one then.
 *
 * @param next runs each attempt
 */
record HangRetry(TlcRunner next) implements TlcRunner {
  /** How often one job may hang: more is no accident. */
  private static final int MOST_HANGS = 3;

  @Override
  public TlcResult run(TlcJob job, TlcListener listener) {
    TlcResult result = next.run(job, listener);
    TlcJob rest = job.with(TlcJob.Request.LONG).with(TlcJob.Request.RESUME);
    for (int i = 0; i < MOST_HANGS && job.has(TlcJob.Request.CHECKPOINTS) && hung(result); i++) {
      rest = rest.after(result.elapsed());
      if (rest.timeout().filter(t -> t.compareTo(Duration.ZERO) <= 0).isPresent()) {
        break;
      }
      result = next.run(rest, listener);
    }
    return result;
  }

  private static boolean hung(TlcResult result) {
    return result.outcome() instanceof Outcome.Failed failed && failed.reason() == Reason.HUNG;
  }
}
