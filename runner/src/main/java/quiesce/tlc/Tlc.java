package quiesce.tlc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs TLC, each job in a child process and a temporary directory of its own. */
public final class Tlc {
  private final CommandLine commandLine;
  private final Path temporaryRoot;
  private final Watchdog watchdog;

  private Tlc(CommandLine commandLine, Path temporaryRoot, Watchdog watchdog) {
    this.commandLine = commandLine;
    this.temporaryRoot = temporaryRoot;
    this.watchdog = watchdog;
  }

  /** Removes what a quiesce that was killed has left in the temporary directory. */
  public static void removeAbandoned() {
    Abandoned.remove(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** The TLC of {@code jar}, run with {@code jvm}. */
  public static Tlc of(TlcJar jar, JvmOptions jvm) {
    return new Tlc(
        new CommandLine(jar, jvm, Optional.empty(), Optional.empty()),
        Path.of(System.getProperty("java.io.tmpdir")),
        Watchdog.DEFAULT);
  }

  /** The same, started faster by an archive of its classes that {@link ClassDataArchive} made. */
  public Tlc withArchive(ClassDataArchive archive) {
    return new Tlc(
        new CommandLine(
            commandLine.jar(),
            commandLine.jvm(),
            Optional.of(archive.file()),
            Optional.of(archive.starter())),
        temporaryRoot,
        watchdog);
  }

  /** The same, started by this {@link StarterJar}. */
  Tlc withStarter(Path starter) {
    return new Tlc(
        new CommandLine(
            commandLine.jar(), commandLine.jvm(), commandLine.archive(), Optional.of(starter)),
        temporaryRoot,
        watchdog);
  }

  /** The same with its temporary directories in {@code parent}, which exists. */
  public Tlc withTemporaryDirectoriesIn(Path parent) {
    return new Tlc(commandLine, parent, watchdog);
  }

  /** The same, watched by another. */
  public Tlc withWatchdog(Watchdog other) {
    return new Tlc(commandLine, temporaryRoot, other);
  }

  /**
   * What of TLC's command line decides about its answer: all but where a run has its files, and how
   * large its memory is.
   */
  public static List<String> decisiveArguments(TlcJob job) {
    return CommandLine.decisive(job);
  }

  /**
   * Runs the job and waits for its end. When the thread is interrupted, TLC is killed, the outcome
   * is a failure for that reason, and the thread stays interrupted. Whatever happens, no process
   * and no temporary directory is left.
   *
   * @param progress hears, in another thread, what TLC reports about its progress
   * @throws TlcException if the directories cannot be written
   */
  public TlcResult run(TlcJob job, Consumer<TlcProgress> progress) {
    return run(job, progress, new Recorder.Deaf(), Optional.empty());
  }

  /**
   * The same.
   *
   * @param recorder hears, in other threads, what TLC says
   * @param longRun for a run that may take long
   */
  public TlcResult run(
      TlcJob job, Consumer<TlcProgress> progress, Recorder recorder, Optional<LongRun> longRun) {
    Path root = longRun.map(LongRun::directory).orElse(temporaryRoot);
    return OneRun.of(
        job, progress, recorder, root, (j, record, log) -> run(j, record, log, root, longRun));
  }

  private Outcome run(
      TlcJob job, RunRecord record, Optional<Path> log, Path root, Optional<LongRun> longRun)
      throws IOException, Child.ShuttingDown {
    PrivateDirectory directory = PrivateDirectory.in(root);
    longRun
        .map(LongRun::earlier)
        .ifPresent(lines -> lines.forEach(l -> record.raw(Recorder.Stream.ERRORS, l)));
    try (Child child = Child.in(directory);
        Transcript transcript = new Transcript(record, log)) {
      JobFiles.write(job, directory.specification());
      if (commandLine.starter().isEmpty()) {
        StarterJar.write(directory.starter());
      }
      Process process;
      try {
        process = child.start(commandLine.of(job, directory, longRun));
        process.getOutputStream().close();
      } catch (IOException e) {
        return Outcome.Failed.of(Reason.JVM_FAILED, "cannot start java: " + e.getMessage());
      }
      Optional<Outcome> stopped = watch(job, child, process, transcript);
      return stopped.isPresent()
          ? stopped.get()
          : record.ended(process.exitValue(), directory.readStateSpace(job));
    }
  }

  /** Waits for the end; the outcome if TLC did not end by itself or could not be heard. */
  private Optional<Outcome> watch(TlcJob job, Child child, Process process, Transcript transcript) {
    StreamPump output =
        new StreamPump(Recorder.Stream.OUTPUT, process.getInputStream(), transcript, child::kill);
    StreamPump errors =
        new StreamPump(Recorder.Stream.ERRORS, process.getErrorStream(), transcript, child::kill);
    Optional<Outcome> stopped = Optional.empty();
    try {
      stopped =
          switch (watchdog.await(process, job.timeout())) {
            case ENDED -> Optional.empty();
            case TIMED_OUT -> Optional.of(OneRun.timedOut(job.timeout().orElseThrow()));
            case HUNG -> Optional.of(OneRun.hung(watchdog.limit()));
          };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped = Optional.of(OneRun.INTERRUPTED);
    }
    child.kill();
    output.finish();
    errors.finish();
    Optional<Exception> failure = output.failure().or(errors::failure);
    if (failure.isPresent() && stopped.isEmpty()) {
      return Optional.of(
          Outcome.Failed.of(Reason.OTHER, "cannot read TLC's output: " + failure.get()));
    }
    return stopped;
  }
}
