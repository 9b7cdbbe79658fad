package quiesce.verdict;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import quiesce.emission.Specification;
import quiesce.tlc.Counts;
import quiesce.tlc.Coverage;
import quiesce.tlc.Outcome;
import quiesce.tlc.Reason;
import quiesce.tlc.TlcJob;
import quiesce.tlc.TlcResult;
import quiesce.tlc.Trace;

/** The runs of TLC on one strategy, within the time that they have together. */
final class TlcRuns {
  private static final Pattern PLAIN_NAME = Pattern.compile("\\w[\\w.-]*");

  /** What is not known by then the exploration itself will tell. */
  private static final Duration LONGEST_WALK = Duration.ofSeconds(10);

  private final Engine engine;
  private final Limits limits;
  private final Subject subject;
  private final Watcher watcher;
  private final long start;

  TlcRuns(Engine engine, Limits limits, Subject subject, Watcher watcher) {
    this.engine = engine;
    this.limits = limits;
    this.subject = subject;
    this.watcher = watcher;
    this.start = System.nanoTime() - subject.generation().toNanos();
  }

  /**
   * @param label folder for what is kept of the run
   */
  TlcResult run(String configuration, boolean coverage, String label) {
    return run(job(configuration, coverage).withWorkers(limits.workers()), label);
  }

  /** The same by one worker, whatever the limits say. */
  TlcResult byOneWorker(String configuration, boolean coverage, String label) {
    return run(job(configuration, coverage), label);
  }

  /** Goes along some behaviours and counts the actions that are taken, if that is soon done. */
  TlcResult walk(String configuration, String label) {
    return run(job(configuration).withCoverage().withWalk().within(LONGEST_WALK), label);
  }

  int workers() {
    return limits.workers();
  }

  private TlcJob job(String configuration, boolean coverage) {
    return coverage ? job(configuration).withCoverage() : job(configuration);
  }

  private TlcJob job(String configuration) {
    Specification specification = subject.specification();
    return TlcJob.of(specification.name(), specification.module(), configuration);
  }

  private TlcResult run(TlcJob asked, String label) {
    TlcJob job = asked;
    if (limits.keep().isPresent()) {
      job = job.keptIn(directory(limits.keep().get()).resolve(label));
    }
    if (limits.timeout().isPresent()) {
      Duration left = limits.timeout().get().minusNanos(System.nanoTime() - start);
      if (left.isNegative() || left.isZero()) {
        return notRun();
      }
      job = job.within(left);
    }
    Attention attention = Attention.to(watcher, subject, job.configuration());
    return Estimate.mayTakeLong(subject) && !job.walk()
        ? engine.runLarge(job, attention)
        : engine.run(job, attention);
  }

  /**
   * How a failure is reported: a timeout as the user set it, not what was left of it for the run.
   */
  String explain(Outcome.Failed failed) {
    return failed.reason() == Reason.TIMEOUT && limits.timeout().isPresent()
        ? "no verdict within " + Durations.text(limits.timeout().get())
        : failed.message();
  }

  private Path directory(Path parent) {
    // The name is the user's and may be anything, "../.." too.
    boolean plain = PLAIN_NAME.matcher(subject.name()).matches();
    return parent
        .resolve(plain ? subject.name() : subject.specification().name())
        .resolve(subject.memory());
  }

  private static TlcResult notRun() {
    return new TlcResult(
        new Outcome.Failed(Reason.TIMEOUT, "no time left", Trace.NONE),
        Counts.NONE,
        Coverage.NONE,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Duration.ZERO);
  }
}
