package quiesce.engine.inside;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The pools of threads that a check makes. TLC does not end all of them: its JVM ends. TLC calls
 * these methods for those of {@link Executors} ({@code quiesce.engine.renewal} has put that into
 * its classes), and so they are static, and what they know is.
 */
public final class Pools {
  private static final Queue<ExecutorService> OPEN = new ConcurrentLinkedQueue<>();

  private Pools() {}

  /** As {@link Executors#newFixedThreadPool(int)}. */
  public static ExecutorService newFixedThreadPool(int threads) {
    return opened(Executors.newFixedThreadPool(threads));
  }

  /** As {@link Executors#newSingleThreadExecutor()}. */
  public static ExecutorService newSingleThreadExecutor() {
    return opened(Executors.newSingleThreadExecutor());
  }

  private static ExecutorService opened(ExecutorService pool) {
    OPEN.add(pool);
    return pool;
  }

  /** Ends all that there are. */
  static void end() {
    for (ExecutorService pool = OPEN.poll(); pool != null; pool = OPEN.poll()) {
      pool.shutdownNow();
    }
  }
}
