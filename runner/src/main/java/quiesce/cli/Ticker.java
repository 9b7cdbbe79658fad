package quiesce.cli;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Does something again and again, until it is closed. */
final class Ticker implements AutoCloseable {
  private final ScheduledExecutorService clock;
  private final long start = System.nanoTime();

  /**
   * @param tick receives the time since the start
   */
  Ticker(Duration every, Consumer<Duration> tick) {
    clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "progress");
              thread.setDaemon(true);
              return thread;
            });
    clock.scheduleAtFixedRate(
        () -> tick.accept(now()), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  Duration now() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
