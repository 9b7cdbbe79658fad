package quiesce.engine.jvm;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.RunRecord;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;
import quiesce.engine.tlc.TlcResult;
import quiesce.engine.tlc.TlcRunner;

/**
 * Runs TLC in JVMs that do one job after another, each of which finds all as in a new one. There
 * are as many as there are threads that use them at the same time. A job that crashes, hangs or
 * runs out of memory takes its JVM with it and nobody else's.
 */
public final class SharedJvms implements TlcRunner {
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

  private final JvmSettings settings;
  private final Path jar;
  private final Lazy<CommandLine> commandLine;
  private final Path temporaryRoot;
  private final Deque<SharedJvm> idle = new ArrayDeque<>();
  private Optional<Thread> preparing = Optional.empty();
  private boolean closed;

  SharedJvms(JvmSettings settings, SharedJvmProgram program, Path temporaryRoot) {
    this.settings = settings;
    this.jar = program.jar();
    JvmOptions options = JvmOptions.SMALL.with(settings.heap());
    this.commandLine =
        new Lazy<>(
            () -> settings.cache().map(program::archivedIn).orElse(program).commandLine(options));
    this.temporaryRoot = temporaryRoot;
  }

  /**
   * None but for the TLC that comes along: with no other has it been tried whether that is right.
   * The archive that makes them start faster is made when it is needed, which takes seconds.
   */
  public static Optional<SharedJvms> of(JvmSettings jvms) {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    return TlcJar.onClassPath()
        .filter(jvms.jar()::equals)
        .flatMap(SharedJvmProgram::of)
        .map(program -> new SharedJvms(jvms, program, temporary));
  }

  /** How they are started. */
  public JvmSettings settings() {
    return settings;
  }

  /** {@inheritDoc} The job's own limit to the heap does not count. */
  @Override
  public TlcResult run(TlcJob job, TlcListener listener) {
    // Now, since to make an archive takes time that is not the job's.
    commandLine.get();
    return OneRun.of(job, listener, temporaryRoot, this::run);
  }

  private Outcome run(TlcJob job, RunRecord record, Optional<Path> log)
      throws IOException, Child.ShuttingDown {
    SharedJvm jvm = take();
    try {
      return jvm.run(job, record, log);
    } finally {
      putBack(jvm);
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
      SharedJvm jvm = start();
      try {
        jvm.run(WARM_UP, new RunRecord(TlcListener.NONE), Optional.empty());
      } finally {
        putBack(jvm);
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

  private SharedJvm take() throws IOException, Child.ShuttingDown {
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

  private SharedJvm start() throws IOException, Child.ShuttingDown {
    return SharedJvm.start(commandLine.get(), jar, temporaryRoot);
  }

  private void putBack(SharedJvm jvm) {
    synchronized (this) {
      if (!closed && jvm.usable()) {
        idle.push(jvm);
        notifyAll();
        return;
      }
    }
    jvm.close();
  }

  /** Ends one that has nothing to do, so that somebody else has its memory. */
  public void endOne() {
    Optional<SharedJvm> one;
    synchronized (this) {
      one = Optional.ofNullable(idle.pollLast());
    }
    one.ifPresent(SharedJvm::close);
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
    unfinished.ifPresent(SharedJvms::stop);
    while (true) {
      SharedJvm jvm;
      synchronized (this) {
        jvm = idle.poll();
      }
      if (jvm == null) {
        return;
      }
      jvm.close();
    }
  }

  /** Interrupts the thread, which kills its JVM then, and waits for it. */
  private static void stop(Thread thread) {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
