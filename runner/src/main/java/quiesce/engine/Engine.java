package quiesce.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import quiesce.engine.cache.CachePolicy;
import quiesce.engine.cache.ResultCache;
import quiesce.engine.checkpoint.CheckpointPolicy;
import quiesce.engine.checkpoint.Checkpoints;
import quiesce.engine.jvm.JvmSettings;
import quiesce.engine.jvm.OwnProcess;
import quiesce.engine.jvm.SharedJvms;
import quiesce.engine.jvm.TlcJar;
import quiesce.engine.jvm.Watchdog;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;
import quiesce.engine.tlc.TlcResult;
import quiesce.engine.tlc.TlcRunner;

/** TLC, ready to run jobs: its layers, from the process to what remembers results. */
public final class Engine implements TlcRunner {
  private final Parts parts;
  private final List<TlcRunner> layers = new ArrayList<>();
  private final TlcRunner runner;

  /**
   * What it is made of. All of it is closed with the engine.
   *
   * @param shared JVMs for small jobs; without them each job has a process of its own
   * @param watchdog of each process of its own
   * @param patience how long a job is taken for a small one
   * @param checkpoints of the jobs that take long
   * @param results where they are kept, so that nothing known is run again
   */
  public record Parts(
      JvmSettings jvms,
      Optional<SharedJvms> shared,
      Watchdog watchdog,
      Duration patience,
      Optional<CheckpointPolicy> checkpoints,
      Optional<CachePolicy> results) {
    /** Compiled better, code is up to twice as fast, but what was done until then is done again. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);
  }

  public Engine(Parts parts) {
    this.parts = parts;
    TlcJar jar = parts.jvms().jar();
    // Where checkpoints were asked for, a job that would end soon may have one of a longer try.
    boolean asked = parts.checkpoints().filter(CheckpointPolicy::all).isPresent();
    Predicate<TlcJob> large = job -> job.has(TlcJob.Request.LONG) || asked && !job.walk();

    TlcRunner own = OwnProcess.of(parts.jvms(), parts.watchdog());
    TlcRunner resumable =
        over(own, parts.checkpoints(), (next, policy) -> new Checkpoints(next, jar, policy));
    TlcRunner sized =
        over(
            resumable,
            parts.shared(),
            (next, jvms) -> new SmallThenLarge(jvms, next, parts.patience(), large));
    TlcRunner remembering =
        over(sized, parts.results(), (next, policy) -> new ResultCache(next, policy, jar));
    runner = over(remembering, parts.checkpoints(), (next, policy) -> new HangRetry(next));
  }

  /** With a layer more if there is what it takes. */
  private <T> TlcRunner over(
      TlcRunner next, Optional<T> part, BiFunction<TlcRunner, T, TlcRunner> layer) {
    Optional<TlcRunner> made = part.map(p -> layer.apply(next, p));
    made.ifPresent(layers::add);
    return made.orElse(next);
  }

  @Override
  public TlcResult run(TlcJob job, TlcListener listener) {
    return runner.run(job, listener);
  }

  /** For reports: {@code TLC 2.18}. */
  public String version() {
    return EngineVersion.of(parts.jvms().jar());
  }

  /** Begins to start a JVM for small jobs if there is none, so that there is one in time. */
  public void prepare() {
    parts.shared().ifPresent(SharedJvms::prepare);
  }

  @Override
  public void close() {
    layers.forEach(TlcRunner::close);
  }
}
