package quiesce.cache;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import quiesce.tlc.Outcome;
import quiesce.tlc.Recorder;
import quiesce.tlc.TlcJar;
import quiesce.tlc.TlcJob;
import quiesce.tlc.TlcResult;
import quiesce.tlc.WorkerProgram;

/**
 * Answers jobs from what TLC said to the same ones before. What is kept is what TLC said, not what
 * was made of it, so that how it is read and judged may change. Several threads may use it.
 */
public final class ResultCache implements AutoCloseable {
  /** Larger than what TLC says of any job that people wait for. */
  private static final int MOST_BYTES = 16_000_000;

  private final ResultDirectory directory;
  private final CompletableFuture<Optional<JarContent>> engine;
  private final String program = Sha256.ofAll(WorkerProgram.makers());
  private final List<String> java = Key.thisJava();
  private final AtomicBoolean stored = new AtomicBoolean();
  private final AtomicReference<IOException> failure = new AtomicReference<>();
  private final Consumer<IOException> told;

  private ResultCache(
      ResultDirectory directory,
      CompletableFuture<Optional<JarContent>> engine,
      Consumer<IOException> told) {
    this.directory = directory;
    this.engine = engine;
    this.told = told;
  }

  /**
   * @param jar the TLC that gives the answers
   * @param told hears at the end, once, why results could not be kept
   */
  public static ResultCache of(ResultDirectory directory, TlcJar jar, Consumer<IOException> told) {
    // It is not needed before there is a specification, and takes about as long.
    return new ResultCache(
        directory, CompletableFuture.supplyAsync(() -> JarContent.of(jar)), told);
  }

  /**
   * The job's result. A job that keeps TLC's files is run in any case.
   *
   * @param tlc runs it, heard by a recorder
   */
  public TlcResult run(TlcJob job, Function<Recorder, TlcResult> tlc) {
    Optional<JarContent> jar = engine.join();
    if (jar.isEmpty()) {
      return tlc.apply(new Recorder.Deaf());
    }
    Key key = Key.of(job, jar.get().digest(), program, java);
    if (job.keepDirectory().isEmpty()) {
      Optional<TlcResult> known = known(job, key);
      if (known.isPresent()) {
        directory.used(key);
        return known.get();
      }
    }
    EntryWriter writer = new EntryWriter(key, MOST_BYTES);
    TlcResult result = tlc.apply(writer);
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
