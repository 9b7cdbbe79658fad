package quiesce.engine.jvm;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Waits for the end of a process, and reports if it does nothing any more.
 *
 * <p>TLC 2.18 can come to that: before a checkpoint its main thread looks whether all workers wait
 * and then waits to be notified ({@code StateQueue.suspendAll}); notified in between, it waits for
 * ever.
 *
 * @param interval after which to look how much CPU time the process has taken
 * @param most how many consecutive intervals may pass without any. Not one long interval: a process
 *     that was stopped together with this one, and continues with it, has passed one without
 */
public record Watchdog(Duration interval, int most) {
  /** A minute. */
  public static final Watchdog DEFAULT = new Watchdog(Duration.ofSeconds(5), 12);

  /** Less than this is none: a JVM in which every thread waits takes some 10 ms in a minute. */
  private static final Duration NONE = Duration.ofMillis(20);

  /** How it came out. */
  enum End {
    /** It ended by itself. */
    ENDED,
    TIMED_OUT,
    HUNG
  }

  /** Waits for its end, for no longer than the time that is given. */
  End await(Process process, Optional<Duration> timeout) throws InterruptedException {
    long start = System.nanoTime();
    Duration taken = cpuTime(process);
    for (int idle = 0; idle < most; ) {
      Duration passed = Duration.ofNanos(System.nanoTime() - start);
      Duration left = timeout.map(limit -> limit.minus(passed)).orElse(interval);
      Duration next = left.compareTo(interval) < 0 ? left : interval;
      if (process.waitFor(next.toNanos(), TimeUnit.NANOSECONDS)) {
        return End.ENDED;
      }
      if (timeout.isPresent() && left.compareTo(interval) <= 0) {
        return End.TIMED_OUT;
      }
      Duration now = cpuTime(process);
      idle = now.minus(taken).compareTo(NONE) < 0 ? idle + 1 : 0;
      taken = now;
    }
    return End.HUNG;
  }

  /** How long it may do nothing. */
  Duration limit() {
    return interval.multipliedBy(most);
  }

  /** Where the system does not know, it always takes some. */
  private static Duration cpuTime(Process process) {
    return process.info().totalCpuDuration().orElseGet(() -> Duration.ofNanos(System.nanoTime()));
  }
}
