package quiesce.tlc;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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
  private static final TlcJob WARM_UP =
      TlcJob.of(
              "WarmUp",
              """
              ---- MODULE WarmUp ----
              EXTENDS TLC
              VARIABLE x
              Init == x = 0
              Next == x' = x
              ====
              """,
              "INIT Init\nNEXT Next\n")
          // The first job waits for it.
          .withTimeout(Duration.ofSeconds(30));

  private final WorkerProgram program;
  private final JvmOptions jvm;
  private final Path temporaryRoot;
  private final Deque<WorkerProcess> idle = new ArrayDeque<>();
  private Optional<Thread> preparing = Optional.empty();
  private boolean closed;

  /**
   * @param jvm how each JVM is started
   */
  public Workers(WorkerProgram program, JvmOptions jvm) {
    this(program, jvm, Path.of(System.getProperty("java.io.tmpdir")));
  }

  Workers(WorkerProgram program, JvmOptions jvm, Path temporaryRoot) {
    this.program = program;
    this.jvm = jvm;
    this.temporaryRoot = temporaryRoot;
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

  /**
   * Begins to start one, in the background, so that there is one in time. While there is nothing
   * else for it to do, it does a job of no interest: the next one takes less time.
   */
  public void prepare() {
    synchronized (this) {
      if (closed || preparing.isPresent() || !idle.isEmpty()) {
        return;
      }
      Thread thread = new Thread(this::startAndWarmUp, "quiesce-tlc-prepare");
      thread.setDaemon(true);
      thread.start();
      preparing = Optional.of(thread);
    }
  }

  private void startAndWarmUp() {
    try {
      WorkerProcess worker = start();
      try {
        worker.run(WARM_UP, new RunRecord(progress -> {}, new Recorder.Deaf()), Optional.empty());
      } finally {
        putBack(worker);
      }
    } catch (IOException | Child.ShuttingDown e) {
      // Reported when there is a job.
    } finally {
      synchronized (this) {
        preparing = Optional.empty();
        notifyAll();
      }
    }
  }

  private WorkerProcess take() throws IOException, Child.ShuttingDown {
    synchronized (this) {
      try {
        while (preparing.isPresent() && idle.isEmpty()) {
          wait();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
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
        notifyAll();
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

  /**
   * Ends those that have nothing to do now and the one that is being prepared, and the others when
   * they are done.
   */
  @Override
  public void close() {
    Optional<Thread> unfinished;
    synchronized (this) {
      closed = true;
      unfinished = preparing;
    }
    unfinished.ifPresent(Workers::stop);
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

  /** Interrupts the thread, which kills its worker then, and waits for it. */
  private static void stop(Thread thread) {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
