package quiesce.verdict;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import quiesce.cache.ResultCache;
import quiesce.checkpoint.Checkpoints;
import quiesce.tlc.Heap;
import quiesce.tlc.Outcome;
import quiesce.tlc.Reason;
import quiesce.tlc.Recorder;
import quiesce.tlc.Recording;
import quiesce.tlc.Tlc;
import quiesce.tlc.TlcJar;
import quiesce.tlc.TlcJob;
import quiesce.tlc.TlcResult;
import quiesce.tlc.Workers;

/**
 * TLC, ready to run jobs, from several threads at once if need be. Small jobs share JVMs; a large
 * one has a JVM of its own, and so has any job that a shared JVM did not get done.
 */
public final class Engine implements AutoCloseable {
  /**
   * How long a job is taken for a small one. Compiled better, code is up to twice as fast, but what
   * was done until then is done again.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final double QUARTER = 25;

  /** How often one job may hang: more is no accident. */
  private static final int MOST_HANGS = 3;

  private final Jvms jvms;
  private final Optional<ResultCache> results;
  private final Optional<Checkpoints> checkpoints;
  private final Duration patience;

  private Engine(
      Jvms jvms,
      Optional<ResultCache> results,
      Optional<Checkpoints> checkpoints,
      Duration patience) {
    this.jvms = jvms;
    this.results = results;
    this.checkpoints = checkpoints;
    this.patience = patience;
  }

  /** One whose JVMs take as much memory as a JVM takes by itself. */
  public static Engine of(TlcJar jar, Optional<Path> cache) {
    return of(new Jvms(jar, cache, Heap.partOfMachine(QUARTER)));
  }

  /** One with these JVMs, which are closed with it. */
  public static Engine of(Jvms jvms) {
    return new Engine(jvms, Optional.empty(), Optional.empty(), PATIENCE);
  }

  /** The same, which does not run again what these results know; they are closed with it. */
  public Engine withResults(ResultCache known) {
    return new Engine(jvms, Optional.of(known), checkpoints, patience);
  }

  /** The same with checkpoints of the jobs that take long; they are closed with it. */
  public Engine withCheckpoints(Checkpoints kept) {
    return new Engine(jvms, results, Optional.of(kept), patience);
  }

  /** The same, which takes a job for a small one for another time. */
  Engine withPatience(Duration other) {
    return new Engine(jvms, results, checkpoints, other);
  }

  /** For reports: {@code TLC 2.18}. */
  public String version() {
    return EngineVersion.of(jvms.jar());
  }

  /** Begins to start a JVM for small jobs if there is none, so that there is one in time. */
  public void prepare() {
    jvms.prepare();
  }

  /** Runs one job, which is expected to be small, and waits for its end. */
  public TlcResult run(TlcJob job) {
    return run(job, Attention.none());
  }

  /** The same with somebody who looks on, should it take long. */
  TlcResult run(TlcJob job, Attention attention) {
    // Where checkpoints were asked for, a job that would end soon may have one of a longer try.
    return !job.walk() && checkpoints.filter(Checkpoints::all).isPresent()
        ? runLarge(job, attention)
        : unlessHung(job, attention, recorded(job, r -> runSmall(job, attention, r)));
  }

  /** Runs one job that is expected to take long, and waits for its end. */
  TlcResult runLarge(TlcJob job, Attention attention) {
    return unlessHung(job, attention, recorded(job, r -> runLarge(job, attention, r, checkpoints)));
  }

  /** TLC may hang when it makes a checkpoint: it resumes from the last one then. */
  private TlcResult unlessHung(TlcJob job, Attention attention, TlcResult first) {
    Optional<Checkpoints> left =
        checkpoints.filter(c -> attention.checkpoints()).map(Checkpoints::resuming);
    TlcResult result = first;
    TlcJob rest = job;
    for (int i = 0; i < MOST_HANGS && left.isPresent() && hung(result); i++) {
      TlcJob again = rest.after(result.elapsed());
      if (again.timeout().filter(t -> t.compareTo(Duration.ZERO) <= 0).isPresent()) {
        break;
      }
      result = recorded(again, r -> runLarge(again, attention, r, left));
      rest = again;
    }
    return result;
  }

  private static boolean hung(TlcResult result) {
    return result.outcome() instanceof Outcome.Failed failed && failed.reason() == Reason.HUNG;
  }

  private TlcResult recorded(TlcJob job, Function<Recorder, TlcResult> run) {
    return results.isPresent() ? results.get().run(job, run) : run.apply(new Recorder.Deaf());
  }

  private TlcResult runSmall(TlcJob job, Attention attention, Recorder recorder) {
    Optional<Workers> workers = jvms.workers();
    if (workers.isEmpty() || job.workers() > 1 || job.maxHeapMegabytes().isPresent()) {
      return runLarge(job, attention, recorder, checkpoints);
    }
    Recording recording = new Recording();
    TlcResult result = workers.get().run(job.within(patience), progress -> {}, recording);
    if (isFinal(result, job)) {
      recording.replay(recorder);
      return result;
    }
    return runLarge(job.after(result.elapsed()), attention, recorder, checkpoints);
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

  private TlcResult runLarge(
      TlcJob job, Attention attention, Recorder recorder, Optional<Checkpoints> kept) {
    // Its memory is what a JVM was to have that has nothing to do now.
    jvms.endOne();
    Tlc tlc = jvms.own(job.workers());
    return kept.isEmpty()
        ? tlc.run(job, attention::progress, recorder, Optional.empty())
        : kept.get()
            .run(
                job,
                attention.checkpoints(),
                attention::told,
                (how, keeper) ->
                    tlc.run(job, attention::progress, Recorder.both(recorder, keeper), how));
  }

  @Override
  public void close() {
    jvms.close();
    results.ifPresent(ResultCache::close);
    checkpoints.ifPresent(Checkpoints::close);
  }
}
