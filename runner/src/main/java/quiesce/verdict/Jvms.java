package quiesce.verdict;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import quiesce.tlc.ClassDataArchive;
import quiesce.tlc.Heap;
import quiesce.tlc.JvmOptions;
import quiesce.tlc.Tlc;
import quiesce.tlc.TlcJar;
import quiesce.tlc.Watchdog;
import quiesce.tlc.WorkerProgram;
import quiesce.tlc.Workers;

/**
 * The JVMs that TLC runs in: some that small jobs share, and one for each large job. What they need
 * is made when it is needed: to make an archive takes seconds, and to find one a part of one.
 */
public final class Jvms implements AutoCloseable {
  private final TlcJar jar;
  private final Optional<Path> cache;
  private final Heap heap;
  private final Watchdog watchdog;
  private final Map<JvmOptions, Tlc> own = new HashMap<>();
  private Optional<Optional<Workers>> shared = Optional.empty();
  private boolean closed;

  /**
   * @param cache a directory for what makes TLC start faster; without one it starts slower
   * @param heap of each JVM
   */
  public Jvms(TlcJar jar, Optional<Path> cache, Heap heap) {
    this(jar, cache, heap, Watchdog.DEFAULT);
  }

  /**
   * @param watchdog of each process that does one job
   */
  Jvms(TlcJar jar, Optional<Path> cache, Heap heap, Watchdog watchdog) {
    this.jar = jar;
    this.cache = cache;
    this.heap = heap;
    this.watchdog = watchdog;
  }

  /** Whether they are started as the others are. */
  public boolean areLike(Jvms others) {
    return jar.equals(others.jar) && cache.equals(others.cache) && heap.equals(others.heap);
  }

  TlcJar jar() {
    return jar;
  }

  /** Begins to start one for small jobs, in the background, so that there is one in time. */
  public void prepare() {
    Thread preparing = new Thread(() -> workers().ifPresent(Workers::prepare), "quiesce-prepare");
    preparing.setDaemon(true);
    preparing.start();
  }

  /** TLC in a process for each job, which has so many workers of TLC's own. */
  synchronized Tlc own(int workers) {
    return own.computeIfAbsent(JvmOptions.large(workers).with(heap), this::started);
  }

  private Tlc started(JvmOptions options) {
    Tlc plain = Tlc.of(jar, options).withWatchdog(watchdog);
    return cache
        .flatMap(directory -> ClassDataArchive.in(directory, jar))
        .map(plain::withArchive)
        .orElse(plain);
  }

  /** Only for the TLC that comes along: with no other has it been tried whether that is right. */
  synchronized Optional<Workers> workers() {
    if (closed) {
      return Optional.empty();
    }
    if (shared.isEmpty()) {
      shared =
          Optional.of(
              TlcJar.onClassPath()
                  .filter(jar::equals)
                  .flatMap(
                      tlc ->
                          cache
                              .map(directory -> WorkerProgram.in(directory, tlc))
                              .orElseGet(() -> WorkerProgram.of(tlc)))
                  .map(program -> new Workers(program, JvmOptions.SMALL.with(heap))));
    }
    return shared.get();
  }

  /** Ends one that has nothing to do, so that somebody else has its memory. */
  void endOne() {
    existingWorkers().ifPresent(Workers::endOne);
  }

  private synchronized Optional<Workers> existingWorkers() {
    return shared.flatMap(made -> made);
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    existingWorkers().ifPresent(Workers::close);
  }
}
