package quiesce.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Watches the resident memory of a process and all below it, until it ends. */
final class MemoryPeak {
  private static final long INTERVAL_NANOS = 50_000_000;
  private static final double KILO = 1024;
  private static final String RESIDENT = "VmRSS:";

  private final Thread watcher;
  private volatile long most;

  private MemoryPeak(ProcessHandle root) {
    watcher = new Thread(() -> watch(root), "memory");
    watcher.setDaemon(true);
  }

  static MemoryPeak of(Process root) {
    MemoryPeak peak = new MemoryPeak(root.toHandle());
    peak.watcher.start();
    return peak;
  }

  /** The peak, once the process has ended. */
  double megabytes() {
    try {
      watcher.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", e);
    }
    return most / KILO;
  }

  private void watch(ProcessHandle root) {
    while (root.isAlive()) {
      long now =
          Stream.concat(Stream.of(root), root.descendants())
              .mapToLong(process -> kilobytes(process.pid()))
              .sum();
      most = Math.max(most, now);
      LockSupport.parkNanos(INTERVAL_NANOS);
    }
  }

  private static long kilobytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith(RESIDENT))
          .mapToLong(
              line -> Long.parseLong(line.substring(RESIDENT.length()).replace("kB", "").strip()))
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException e) {
      // It has ended meanwhile.
      return 0;
    }
  }
}
