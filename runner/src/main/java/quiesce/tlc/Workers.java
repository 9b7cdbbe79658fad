package quiesce.tlc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs TLC in JVMs that do one job after another, each of which finds all as in a new one. There
 * are as many as there are threads that use them at the same time. A job that crashes, hangs or
 * runs out of memory takes its JVM with it and nobody else's.
 */
public final class Workers implements AutoCloseable {
  private final WorkerProgram program;
  private final JvmOptions jvm;
  private final Path temporaryRoot = Path.of(System.getProperty("java.io.tmpdir"));
  private final Deque<WorkerProcess> idle = new ArrayDeque<>();
  private boolean closed;

  /**
   * @param jvm how each JVM is started
   */
  public Workers(WorkerProgram program, JvmOptions jvm) {
    this.program = program;
    this.jvm = jvm;
  }

  /**
   * Runs the job and waits for its end, as {@link Tlc#run(TlcJob, Consumer, Recorder)} does. Its
   * own limit to the heap does not count.
   */
  public TlcResult run(TlcJob job, Consumer<TlcProgress> progress, Recorder recorder) {
    return OneRun.of(job, progress, recorder, temporaryRoot, this::run);
  }

  private Outcome run(TlcJob job, RunRecord record, Optional<Path> log)
      throws IOException, Child.ShuttingDown {
    WorkerProcess worker = take();
    try {
      return worker.run(job, record, log);
    } finally {
      putBack(worker);
    }
  }

  /** Starts one that waits for a job, unless one does: so it is ready when there is one. */
  public void prepare() {
    synchronized (this) {
      if (!idle.isEmpty()) {
        return;
      }
    }
    try {
      putBack(start());
    } catch (IOException | Child.ShuttingDown e) {
      // Told when there is a job.
    }
  }

  private WorkerProcess take() throws IOException, Child.ShuttingDown {
    synchronized (this) {
      if (!idle.isEmpty()) {
        return idle.pop();
      }
    }
    return start();
  }

  private WorkerProcess start() throws IOException, Child.ShuttingDown {
    return WorkerProcess.start(program.commandLine(jvm), program.jar(), temporaryRoot);
  }

  private void putBack(WorkerProcess worker) {
    synchronized (this) {
      if (!closed && worker.usable()) {
        idle.push(worker);
        return;
      }
    }
    worker.close();
  }

  /** Ends one that has nothing to do, so that somebody else has its memory. */
  public void endOne() {
    Optional<WorkerProcess> one;
    synchronized (this) {
      one = Optional.ofNullable(idle.pollLast());
    }
    one.ifPresent(WorkerProcess::close);
  }

  /** Ends those that have nothing to do now, and the others when they are done. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    while (true) {
      WorkerProcess worker;
      synchronized (this) {
        worker = idle.poll();
      }
      if (worker == null) {
        return;
      }
      worker.close();
    }
  }
}
