package quiesce.engine.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import quiesce.engine.cache.JarContent;
import quiesce.engine.cache.JobKey;
import quiesce.engine.jvm.TlcJar;
import quiesce.engine.tlc.LongRun;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.Reason;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;
import quiesce.engine.tlc.TlcResult;
import quiesce.engine.tlc.TlcRunner;
import quiesce.output.WholeFiles;
import quiesce.store.Key;

/**
 * Runs jobs that may take long so that they can be resumed: whatever ends one before its verdict,
 * the last checkpoint is left. It is kept under a key of the same content as answers, so that no
 * other specification, configuration, options or TLC ever resumes from it. Several threads may use
 * it.
 */
public final class Checkpoints implements TlcRunner {
  /** What ends a run that would have come to its verdict with more time, memory or luck. */
  private static final Set<Reason> UNFINISHED =
      EnumSet.of(
          Reason.TIMEOUT,
          Reason.HUNG,
          Reason.INTERRUPTED,
          Reason.OUT_OF_MEMORY,
          Reason.OUT_OF_DISK,
          Reason.KILLED);

  /** What is run is TLC as it is. */
  private static final String PLAIN = "";

  private static final Duration EVERY = Duration.ofMinutes(2);

  private final TlcRunner next;
  private final TlcJar jar;
  private final CheckpointPolicy policy;
  private final AtomicBoolean used = new AtomicBoolean();

  /**
   * @param next runs TLC
   * @param jar the TLC that is run
   */
  public Checkpoints(TlcRunner next, TlcJar jar, CheckpointPolicy policy) {
    this.next = next;
    this.jar = jar;
    this.policy = policy;
  }

  /**
   * {@inheritDoc} One that TLC cannot resume has its files on a disk all the same. The listener
   * hears what a user should know about its checkpoints.
   */
  @Override
  public TlcResult run(TlcJob job, TlcListener listener) {
    boolean checkpoints = job.has(TlcJob.Request.CHECKPOINTS);
    Optional<JarContent> engine = JarContent.of(jar);
    if (engine.isEmpty()) {
      listener.notice("no checkpoints: TLC is no single file");
      return next.run(job, listener);
    }
    used.set(true);
    Key key = JobKey.of(job, engine.get().digest(), PLAIN, Key.thisJava());
    Optional<CheckDirectory> own;
    try {
      if (checkpoints && (policy.resume() || job.has(TlcJob.Request.RESUME))) {
        Optional<TlcResult> resumed = resumed(job, engine.get(), key, listener);
        if (resumed.isPresent()) {
          return resumed.get();
        }
      }
      own = Optional.of(policy.directory().begin(key));
    } catch (IOException e) {
      listener.notice("no checkpoints: cannot use the cache (" + WholeFiles.reason(e) + ")");
      return next.run(job, listener);
    }
    try (CheckDirectory check = own.get()) {
      TlcResult result =
          next.run(
              job.with(
                  new LongRun(
                      check.path(),
                      checkpoints ? interval() : Optional.empty(),
                      Optional.empty(),
                      List.of())),
              keeper(job, engine.get(), check, listener).after(listener));
      finish(check, key, result, listener);
      if (result.outcome() instanceof Outcome.Failed failed
          && failed.reason() == Reason.OUT_OF_DISK) {
        listener.notice("no checkpoints: no room in the cache; the check starts over");
        return next.run(job, listener);
      }
      return result;
    }
  }

  /** The result of resuming, if there is something to resume from and that works. */
  private Optional<TlcResult> resumed(TlcJob job, JarContent engine, Key key, TlcListener listener)
      throws IOException {
    boolean found = false;
    List<CheckDirectory> claimed = policy.directory().claim(key);
    try {
      for (CheckDirectory check : claimed) {
        check.tidy();
        Optional<Path> point = check.checkpoint();
        if (point.isEmpty()) {
          continue;
        }
        found = true;
        Optional<Manifest> manifest = Manifest.read(point.get());
        Optional<Path> copy = manifest.isPresent() ? check.copy(manifest.get()) : Optional.empty();
        if (copy.isEmpty()) {
          check.remove();
          listener.notice("its checkpoint is damaged and was removed");
          continue;
        }
        Manifest from = manifest.orElseThrow();
        listener.notice("resumes from a checkpoint of " + states(from) + ", " + age(point.get()));
        TlcResult result =
            next.run(
                job.with(
                    new LongRun(
                        check.path(),
                        interval(),
                        copy,
                        LongRun.earlier(from.depth(), from.coverage()))),
                keeper(job, engine, check, listener).after(listener));
        if (finish(check, key, result, listener)) {
          if (!(result.outcome() instanceof Outcome.Failed)) {
            claimed.forEach(CheckDirectory::remove);
          }
          return Optional.of(result);
        }
        check.remove();
        listener.notice("it could not resume from there (" + message(result) + ")");
      }
    } finally {
      claimed.forEach(CheckDirectory::close);
    }
    if (found) {
      listener.notice("the check starts over");
    } else if (policy.directory().used(key)) {
      listener.notice("its checkpoint is in use by another quiesce; the check starts over");
    } else {
      listener.notice("there is no checkpoint to resume from; the check starts over");
    }
    return Optional.empty();
  }

  private Optional<Duration> interval() {
    return Optional.of(policy.every().orElse(EVERY));
  }

  private static Keeper keeper(
      TlcJob job, JarContent engine, CheckDirectory check, TlcListener listener) {
    return new Keeper(check.points(), job.coverage(), engine::unchanged, listener::notice);
  }

  /**
   * After the run: removes what is of no use any more.
   *
   * @return whether there is a result, be it that time or memory ended
   */
  private boolean finish(CheckDirectory check, Key key, TlcResult result, TlcListener listener) {
    if (!(result.outcome() instanceof Outcome.Failed failed)) {
      check.remove();
      policy.directory().remove(key);
      return true;
    }
    if (!UNFINISHED.contains(failed.reason())) {
      return false;
    }
    if (failed.reason() == Reason.HUNG) {
      listener.notice(failed.message());
    }
    check
        .manifest()
        .ifPresent(
            m ->
                listener.notice(
                    "a checkpoint of " + states(m) + " is left; continue with --resume"));
    return true;
  }

  private static String message(TlcResult result) {
    return result.outcome() instanceof Outcome.Failed f ? f.message() : "no verdict";
  }

  private static String states(Manifest checkpoint) {
    return String.format(Locale.ROOT, "%,d states", checkpoint.states());
  }

  private static String age(Path point) throws IOException {
    Duration age =
        Duration.ofMillis(
            System.currentTimeMillis()
                - Files.getLastModifiedTime(point.resolve(Manifest.NAME)).toMillis());
    if (age.toMinutes() < 2) {
      return "made just now";
    } else if (age.toHours() < 2) {
      return age.toMinutes() + " minutes old";
    }
    return age.toDays() < 2 ? age.toHours() + " hours old" : age.toDays() + " days old";
  }

  /** Keeps what is left of other checks within its limit. */
  @Override
  public void close() {
    if (used.get()) {
      policy.directory().trim();
    }
  }
}
