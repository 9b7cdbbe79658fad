package quiesce.engine.jvm;

import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import quiesce.engine.inside.Requests;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.Reason;
import quiesce.engine.tlc.RunRecord;
import quiesce.engine.tlc.TlcJob;

/** A JVM that does one job after another. One thread may use it at a time. */
final class SharedJvm implements AutoCloseable {
  /** A limit to whatever may pile up in it that nobody has thought of. */
  private static final int MOST_JOBS = 100;

  private final PrivateDirectory directory;
  private final Child child;
  private final Process process;
  private final DataOutputStream requests;
  private final BufferedReader answers;
  private int jobs;
  private boolean usable = true;

  private SharedJvm(PrivateDirectory directory, Child child, Process process) {
    this.directory = directory;
    this.child = child;
    this.process = process;
    this.requests = new DataOutputStream(process.getOutputStream());
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  static SharedJvm start(CommandLine commandLine, Path program, Path temporaryRoot)
      throws IOException, Child.ShuttingDown {
    PrivateDirectory directory = PrivateDirectory.in(temporaryRoot);
    Child child = Child.in(directory);
    try {
      return new SharedJvm(directory, child, child.start(commandLine.ofShared(program, directory)));
    } catch (IOException | Child.ShuttingDown e) {
      child.close();
      throw e;
    }
  }

  /** Whether it can do another job. */
  boolean usable() {
    return usable && jobs < MOST_JOBS && process.isAlive();
  }

  /** Does the job. When the thread is interrupted or the time is up, it is killed. */
  Outcome run(TlcJob job, RunRecord record, Optional<Path> log) throws IOException {
    jobs++;
    directory.empty();
    JobFiles.write(job, directory.specification());
    try (Transcript transcript = new Transcript(record, log)) {
      FutureTask<Optional<SharedJvmAnswers.End>> hearing =
          new FutureTask<>(() -> SharedJvmAnswers.hear(answers, transcript));
      Thread reader = new Thread(hearing, "quiesce-tlc-shared");
      reader.setDaemon(true);
      reader.start();
      ask(job);
      return outcome(hearing, job, record);
    } finally {
      if (!usable) {
        child.kill();
      }
    }
  }

  private void ask(TlcJob job) {
    try {
      Requests.write(
          requests, CommandLine.arguments(job, directory.states(), directory.stateSpace()));
    } catch (IOException e) {
      // It is dead, which is heard as well.
      usable = false;
    }
  }

  private Outcome outcome(
      FutureTask<Optional<SharedJvmAnswers.End>> hearing, TlcJob job, RunRecord record)
      throws IOException {
    try {
      return ended(
          job.timeout().isPresent()
              ? hearing.get(job.timeout().get().toMillis(), TimeUnit.MILLISECONDS)
              : hearing.get(),
          job,
          record);
    } catch (TimeoutException e) {
      return stop(hearing, OneRun.timedOut(job.timeout().orElseThrow()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return stop(hearing, OneRun.INTERRUPTED);
    } catch (ExecutionException e) {
      return stop(
          hearing, Outcome.Failed.of(Reason.OTHER, "cannot read TLC's output: " + e.getCause()));
    }
  }

  private Outcome ended(Optional<SharedJvmAnswers.End> end, TlcJob job, RunRecord record)
      throws IOException {
    usable &= end.isPresent() && end.get().again();
    return record.ended(
        end.isPresent() ? end.get().exit() : process.onExit().join().exitValue(),
        directory.readStateSpace(job));
  }

  /** Kills it, and waits until nothing of it is heard any more. */
  private Outcome stop(FutureTask<?> hearing, Outcome outcome) {
    usable = false;
    child.kill();
    boolean interrupted = Thread.interrupted();
    try {
      hearing.get();
    } catch (ExecutionException e) {
      // What it was stopped for is what is reported.
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return outcome;
  }

  /** Lets it know that there are no more jobs, and waits until it has ended. */
  void endByItself() throws IOException {
    requests.close();
    process.onExit().join();
  }

  @Override
  public void close() {
    child.close();
  }
}
