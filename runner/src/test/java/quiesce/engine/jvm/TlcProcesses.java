package quiesce.engine.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import quiesce.engine.inside.Alone;
import quiesce.engine.inside.Shared;

/** The processes in which TLC runs, for tests that end them. */
public final class TlcProcesses {
  private static final List<String> MAIN_CLASSES =
      List.of(Alone.class.getName(), Shared.class.getName());
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private TlcProcesses() {}

  /**
   * Those that a process has started. A process that is about to become TLC is not among them:
   * whoever ends it ends the helper by which Java starts processes, and TLC was never there.
   */
  public static List<ProcessHandle> under(ProcessHandle root) {
    return root.descendants().filter(TlcProcesses::runsTlc).toList();
  }

  /** Waits until there is one. */
  public static List<ProcessHandle> await(ProcessHandle root) {
    long end = System.nanoTime() + LIMIT.toNanos();
    List<ProcessHandle> found = under(root);
    while (found.isEmpty()) {
      if (System.nanoTime() > end || !root.isAlive()) {
        throw new AssertionError("no TLC under process " + root.pid());
      }
      LockSupport.parkNanos(PAUSE.toNanos());
      found = under(root);
    }
    return found;
  }

  /** Waits until a job whose output is kept here explores states. */
  static void awaitExploring(Path log) throws IOException {
    while (!Files.exists(log)
        || !Files.readString(log).contains("Finished computing initial states")) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Halts it where it is: it is still there and does nothing any more. */
  public static void halt(ProcessHandle process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-STOP", Long.toString(process.pid())).start().waitFor();
  }

  private static boolean runsTlc(ProcessHandle process) {
    return process.info().arguments().stream().flatMap(Stream::of).anyMatch(MAIN_CLASSES::contains);
  }
}
