package quiesce.checkpoint;

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
import java.util.function.Consumer;
import quiesce.cache.JarContent;
import quiesce.cache.Key;
import quiesce.output.WholeFiles;
import quiesce.tlc.LongRun;
import quiesce.tlc.Outcome;
import quiesce.tlc.Reason;
import quiesce.tlc.Recorder;
import quiesce.tlc.TlcJar;
import quiesce.tlc.TlcJob;
import quiesce.tlc.TlcResult;

/**
 * Runs jobs that may take long so that they can be resumed: whatever ends one before its verdict,
 * the last checkpoint is left. It is kept under a key of the same content as answers, so that no
 * other specification, configuration, options or TLC ever resumes from it. Several threads may use
 * it.
 */
public final class Checkpoints implements AutoCloseable {
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

  private final CheckpointDirectory directory;
  private final TlcJar jar;
  private final Optional<Duration> every;
  private final boolean resume;
  private final AtomicBoolean used;

  private Checkpoints(
      CheckpointDirectory directory,
      TlcJar jar,
      Optional<Duration> every,
      boolean resume,
      AtomicBoolean used) {
    this.directory = directory;
    this.jar = jar;
    this.every = every;
    this.resume = resume;
    this.used = used;
  }

  /** A run of TLC. */
  public interface Run {
    /**
     * @param how nothing for a run without a directory
     * @param recorder is to hear it
     */
    TlcResult with(Optional<LongRun> how, Recorder recorder);
  }

  /**
   * @param jar the TLC that is run
   * @param every time between two checkpoints, of any check, as far as TLC looks at the clock;
   *     without it, some minutes, and those of the checks only that take long
   * @param resume whether to resume from one that was left
   */
  public static Checkpoints of(
      CheckpointDirectory directory, TlcJar jar, Optional<Duration> every, boolean resume) {
    return new Checkpoints(directory, jar, every, resume, new AtomicBoolean());
  }

  /** The same, resuming from what was left. */
  public Checkpoints resuming() {
    return new Checkpoints(directory, jar, every, true, used);
  }

  private Optional<Duration> interval() {
    return Optional.of(every.orElse(EVERY));
  }

  /** Whether all runs are to have them. */
  public boolean all() {
    return every.isPresent() || resume;
  }

  /**
   * Runs the job.
   *
   * @param checkpoints whether TLC can resume from it; if not, it has its files on a disk all the
   *     same
   * @param told what a user should know about its checkpoints
   */
  public TlcResult run(TlcJob job, boolean checkpoints, Consumer<String> told, Run run) {
    Optional<JarContent> engine = JarContent.of(jar);
    if (engine.isEmpty()) {
      told.accept("no checkpoints: TLC is no single file");
      return run.with(Optional.empty(), new Recorder.Deaf());
    }
    used.set(true);
    Key key = Key.of(job, engine.get().digest(), PLAIN, Key.thisJava());
    Optional<CheckDirectory> own;
    try {
      if (resume && checkpoints) {
        Optional<TlcResult> resumed = resumed(job, engine.get(), key, told, run);
        if (resumed.isPresent()) {
          return resumed.get();
        }
      }
      own = Optional.of(directory.begin(key));
    } catch (IOException e) {
      told.accept("no checkpoints: cannot use the cache (" + WholeFiles.reason(e) + ")");
      return run.with(Optional.empty(), new Recorder.Deaf());
    }
    try (CheckDirectory check = own.get()) {
      TlcResult result =
          run.with(
              Optional.of(
                  new LongRun(
                      check.path(),
                      checkpoints ? interval() : Optional.empty(),
                      Optional.empty(),
                      List.of())),
              keeper(job, engine.get(), check, told));
      finish(check, key, result, told);
      if (result.outcome() instanceof Outcome.Failed failed
          && failed.reason() == Reason.OUT_OF_DISK) {
        told.accept("no checkpoints: no room in the cache; the check starts over");
        return run.with(Optional.empty(), new Recorder.Deaf());
      }
      return result;
    }
  }

  /** The result of resuming, if there is something to resume from and that works. */
  private Optional<TlcResult> resumed(
      TlcJob job, JarContent engine, Key key, Consumer<String> told, Run run) throws IOException {
    boolean found = false;
    List<CheckDirectory> claimed = directory.claim(key);
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
          told.accept("its checkpoint is damaged and was removed");
          continue;
        }
        Manifest from = manifest.orElseThrow();
        told.accept("resumes from a checkpoint of " + states(from) + ", " + age(point.get()));
        TlcResult result =
            run.with(
                Optional.of(
                    new LongRun(
                        check.path(),
                        interval(),
                        copy,
                        LongRun.earlier(from.depth(), from.coverage()))),
                keeper(job, engine, check, told));
        if (finish(check, key, result, told)) {
          if (!(result.outcome() instanceof Outcome.Failed)) {
            claimed.forEach(CheckDirectory::remove);
          }
          return Optional.of(result);
        }
        check.remove();
        told.accept("it could not resume from there (" + message(result) + ")");
      }
    } finally {
      claimed.forEach(CheckDirectory::close);
    }
    if (found) {
      told.accept("the check starts over");
    } else if (directory.used(key)) {
      told.accept("its checkpoint is in use by another quiesce; the check starts over");
    } else {
      told.accept("there is no checkpoint to resume from; the check starts over");
    }
    return Optional.empty();
  }

  private static Keeper keeper(
      TlcJob job, JarContent engine, CheckDirectory check, Consumer<String> told) {
    return new Keeper(check.points(), job.coverage(), engine::unchanged, told);
  }

  /**
   * After the run: removes what is of no use any more.
   *
   * @return whether there is a result, be it that time or memory ended
   */
  private boolean finish(CheckDirectory check, Key key, TlcResult result, Consumer<String> told) {
    if (!(result.outcome() instanceof Outcome.Failed failed)) {
      check.remove();
      directory.remove(key);
      return true;
    }
    if (!UNFINISHED.contains(failed.reason())) {
      return false;
    }
    if (failed.reason() == Reason.HUNG) {
      told.accept(failed.message());
    }
    check
        .manifest()
        .ifPresent(
            m -> told.accept("a checkpoint of " + states(m) + " is left; continue with --resume"));
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
      directory.trim();
    }
  }
}
