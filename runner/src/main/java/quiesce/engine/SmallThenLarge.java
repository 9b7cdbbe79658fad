package quiesce.engine;

import java.time.Duration;
import java.util.function.Predicate;
import quiesce.engine.jvm.SharedJvms;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;
import quiesce.engine.tlc.TlcResult;
import quiesce.engine.tlc.TlcRunner;

/**
 * Takes a job for a small one for some time, and for a large one if it is not done by then. So is
 * one that a shared JVM did not get done.
 *
 * @param shared runs small jobs
 * @param large runs the others
 * @param patience how long a job is taken for a small one
 * @param known whether a job is known not to be small
 */
record SmallThenLarge(
    SharedJvms shared, TlcRunner large, Duration patience, Predicate<TlcJob> known)
    implements TlcRunner {
  @Override
  public TlcResult run(TlcJob job, TlcListener listener) {
    if (known.test(job) || job.workers() > 1 || job.maxHeapMegabytes().isPresent()) {
      return runLarge(job, listener);
    }
    Recording recording = new Recording();
    TlcResult result = shared.run(job.within(patience), recording);
    if (isFinal(result, job)) {
      recording.replay(listener);
      return result;
    }
    return runLarge(job.after(result.elapsed()), listener);
  }

  private TlcResult runLarge(TlcJob job, TlcListener listener) {
    // Its memory is what a JVM was to have that has nothing to do now.
    shared.endOne();
    return large.run(job, listener);
  }

  /** Whether another JVM could not come to another result. */
  private static boolean isFinal(TlcResult result, TlcJob job) {
    if (!(result.outcome() instanceof Outcome.Failed failed)) {
      return true;
    }
    return switch (failed.reason()) {
      case TIMEOUT -> job.timeout().filter(t -> t.compareTo(result.elapsed()) <= 0).isPresent();
      case OUT_OF_MEMORY, KILLED, JVM_FAILED, OTHER, STACK_OVERFLOW -> false;
      default -> true;
    };
  }

  @Override
  public void close() {
    shared.close();
  }
}
