package quiesce.engine.cache;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import quiesce.engine.jvm.SharedJvmProgram;
import quiesce.engine.jvm.TlcJar;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;
import quiesce.engine.tlc.TlcResult;
import quiesce.engine.tlc.TlcRunner;
import quiesce.store.Key;
import quiesce.store.ResultDirectory;
import quiesce.store.Sha256;

/**
 * Answers jobs from what TLC said to the same ones before. What is kept is what TLC said, not what
 * was made of it, so that how it is read and judged may change. Several threads may use it.
 */
public final class ResultCache implements TlcRunner {
  /** Larger than what TLC says of any job that people wait for. */
  private static final int MOST_BYTES = 16_000_000;

  private final TlcRunner next;
  private final ResultDirectory directory;
  private final Consumer<IOException> told;
  private final AtomicReference<IOException> failure = new AtomicReference<>();
  private final CompletableFuture<Optional<JarContent>> engine;
  private final String program = Sha256.ofAll(SharedJvmProgram.makers());
  private final List<String> java = Key.thisJava();
  private final AtomicBoolean stored = new AtomicBoolean();

  /**
   * @param next runs the jobs whose results are not known
   * @param jar the TLC that gives the answers
   */
  public ResultCache(TlcRunner next, CachePolicy policy, TlcJar jar) {
    this.next = next;
    this.directory = policy.directory();
    this.told = policy.told();
    // It is not needed before there is a specification, and takes about as long.
    this.engine = CompletableFuture.supplyAsync(() -> JarContent.of(jar));
  }

  /** {@inheritDoc} A job that keeps TLC's files is run in any case. */
  @Override
  public TlcResult run(TlcJob job, TlcListener listener) {
    Optional<JarContent> jar = engine.join();
    if (jar.isEmpty()) {
      return next.run(job, listener);
    }
    Key key = JobKey.of(job, jar.get().digest(), program, java);
    if (job.keepDirectory().isEmpty()) {
      Optional<TlcResult> known = known(job, key);
      if (known.isPresent()) {
        directory.used(key);
        return known.get();
      }
    }
    EntryWriter writer = new EntryWriter(key, MOST_BYTES);
    TlcResult result = next.run(job, writer.after(listener));
    if (isVerdict(job, result)) {
      writer.entry(result.elapsed()).ifPresent(entry -> store(key, entry, result, jar.get()));
    }
    return result;
  }

  private Optional<TlcResult> known(TlcJob job, Key key) {
    return directory
        .find(key, MOST_BYTES)
        .flatMap(entry -> EntryReader.read(entry, key))
        .filter(result -> isVerdict(job, result));
  }

  private void store(Key key, byte[] entry, TlcResult result, JarContent jar) {
    // Should the jar have been replaced meanwhile, nobody knows which of the two has answered.
    boolean same =
        jar.unchanged()
            && EntryReader.read(entry, key).filter(result.withoutLog()::equals).isPresent();
    if (!same) {
      return;
    }
    try {
      directory.store(key, entry);
      stored.set(true);
    } catch (IOException e) {
      // No check fails for the cache's sake.
      failure.compareAndSet(null, e);
    }
  }

  /** Whether the run came to an end that another run would come to as well. */
  private static boolean isVerdict(TlcJob job, TlcResult result) {
    Outcome outcome = result.outcome();
    if (outcome instanceof Outcome.Passed) {
      return result.stateSpace().isPresent() == job.stateSpace();
    }
    return outcome instanceof Outcome.Walked
        || outcome instanceof Outcome.InvariantViolated
        || outcome instanceof Outcome.DeadlockReached
        || outcome instanceof Outcome.PropertyViolated;
  }

  /** Keeps the cache within its limit. What could not be kept is said then, once. */
  @Override
  public void close() {
    Optional.ofNullable(failure.get()).ifPresent(told);
    if (stored.get()) {
      directory.trim();
    }
  }
}
