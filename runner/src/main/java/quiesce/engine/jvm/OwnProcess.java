package quiesce.engine.jvm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntFunction;
import quiesce.engine.tlc.LongRun;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.Reason;
import quiesce.engine.tlc.RunRecord;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;
import quiesce.engine.tlc.TlcResult;
import quiesce.engine.tlc.TlcRunner;

/** Runs each job in a process and a temporary directory of its own. */
public final class OwnProcess implements TlcRunner {
  private final IntFunction<CommandLine> commandLine;
  private final Path temporaryRoot;
  private final Watchdog watchdog;

  private OwnProcess(IntFunction<CommandLine> commandLine, Path temporaryRoot, Watchdog watchdog) {
    this.commandLine = commandLine;
    this.temporaryRoot = temporaryRoot;
    this.watchdog = watchdog;
  }

  /** Removes what a quiesce that was killed has left in the temporary directory. */
  public static void removeAbandoned() {
    Abandoned.remove(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** The TLC of {@code jar}, run with {@code jvm}. */
  public static OwnProcess of(TlcJar jar, JvmOptions jvm) {
    return of(jar, jvm, Optional.empty());
  }

  /** The same, started faster by an archive of its classes. */
  public static OwnProcess of(TlcJar jar, JvmOptions jvm, Optional<ClassDataArchive> archive) {
    return of(CommandLine.of(jar, jvm, archive));
  }

  static OwnProcess of(CommandLine commandLine) {
    return of(workers -> commandLine, Watchdog.DEFAULT);
  }

  /**
   * For jobs that may be large. The archive that makes it start faster is made when it is needed.
   */
  public static OwnProcess of(JvmSettings jvms, Watchdog watchdog) {
    Lazy<Optional<ClassDataArchive>> archive =
        new Lazy<>(() -> jvms.cache().flatMap(cache -> ClassDataArchive.in(cache, jvms.jar())));
    return of(
        workers ->
            CommandLine.of(jvms.jar(), JvmOptions.large(workers).with(jvms.heap()), archive.get()),
        watchdog);
  }

  private static OwnProcess of(IntFunction<CommandLine> commandLine, Watchdog watchdog) {
    return new OwnProcess(commandLine, Path.of(System.getProperty("java.io.tmpdir")), watchdog);
  }

  /** The same with its temporary directories in {@code parent}, which exists. */
  public OwnProcess withTemporaryDirectoriesIn(Path parent) {
    return new OwnProcess(commandLine, parent, watchdog);
  }

  /** The same, watched by another. */
  public OwnProcess withWatchdog(Watchdog other) {
    return new OwnProcess(commandLine, temporaryRoot, other);
  }

  /**
   * {@inheritDoc} When the thread is interrupted, TLC is killed, the outcome is a failure for that
   * reason, and the thread stays interrupted. Whatever happens, no process and no temporary
   * directory is left.
   */
  @Override
  public TlcResult run(TlcJob job, TlcListener listener) {
    Path root = job.longRun().map(LongRun::directory).orElse(temporaryRoot);
    CommandLine command = commandLine.apply(job.workers());
    return OneRun.of(job, listener, root, (j, record, log) -> run(command, j, record, log, root));
  }

  private Outcome run(
      CommandLine command, TlcJob job, RunRecord record, Optional<Path> log, Path root)
      throws IOException, Child.ShuttingDown {
    PrivateDirectory directory = PrivateDirectory.in(root);
    job.longRun()
        .map(LongRun::earlier)
        .ifPresent(lines -> lines.forEach(record.lines(TlcListener.Stream.ERRORS)));
    try (Child child = Child.in(directory);
        Transcript transcript = new Transcript(record, log)) {
      JobFiles.write(job, directory.specification());
      if (command.starter().isEmpty()) {
        StarterJar.write(directory.starter());
      }
      Process process;
      try {
        process = child.start(command.of(job, directory));
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
        new StreamPump(
            TlcListener.Stream.OUTPUT, process.getInputStream(), transcript, child::kill);
    StreamPump errors =
        new StreamPump(
            TlcListener.Stream.ERRORS, process.getErrorStream(), transcript, child::kill);
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
