package quiesce.engine.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;
import quiesce.engine.tlc.TlcResult;

/** Nobody can reach a running TLC. */
@EnabledOnOs(OS.LINUX)
class SocketsTest extends TlcTestBase {
  /** What TLC says when it has all that a check needs. */
  private static final String STARTED = "Finished computing initial states";

  /** One that does not end while it is looked at. */
  private static final TlcJob JOB = next("Counter", "Init", "Unbounded", "CHECK_DEADLOCK FALSE");

  @Test
  void aProcessOfItsOwnOpensNone() {
    OwnProcess tlc =
        OwnProcess.of(TlcJar.onClassPath().orElseThrow(), JvmOptions.large(2))
            .withTemporaryDirectoriesIn(temporary);

    assertThat(whileRunning(listener -> tlc.run(JOB.withWorkers(2), listener))).isEmpty();
  }

  @Test
  void aSharedOneOpensNone() {
    try (SharedJvms jvms = SharedJvmsForTests.in(temporary)) {
      assertThat(whileRunning(listener -> jvms.run(JOB, listener))).isEmpty();
    }
  }

  /** The sockets of all children while TLC explores, which is interrupted then. */
  private static List<String> whileRunning(Function<TlcListener, TlcResult> run) {
    Thread waiting = Thread.currentThread();
    List<List<String>> seen = new ArrayList<>();
    TlcResult result =
        run.apply(
            new TlcListener() {
              @Override
              public void line(Stream stream, String line) {
                if (line.startsWith(STARTED)) {
                  seen.add(sockets());
                  waiting.interrupt();
                }
              }

              @Override
              public void ended(int exit, List<String> stateSpace) {}
            });
    assertThat(Thread.interrupted()).as(String.join("\n", result.lastLines())).isTrue();
    assertThat(seen).hasSize(1);
    return seen.get(0);
  }

  private static List<String> sockets() {
    List<ProcessHandle> running = TlcProcesses.under(ProcessHandle.current());
    assertThat(running).isNotEmpty();
    return running.stream().flatMap(process -> sockets(process.pid()).stream()).toList();
  }

  /** The lines of /proc/PID/net about sockets that this process has. */
  private static List<String> sockets(long pid) {
    Path process = Path.of("/proc", Long.toString(pid));
    try (Stream<Path> files = Files.list(process.resolve("fd"))) {
      Set<String> own =
          files
              .map(SocketsTest::target)
              .filter(target -> target.startsWith("socket:["))
              .map(target -> target.replaceAll("\\D", ""))
              .collect(Collectors.toSet());
      List<String> found = new ArrayList<>();
      for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
        for (String line : Files.readAllLines(process.resolve("net").resolve(table))) {
          String[] words = line.strip().split("\\s+");
          if (words.length > 9 && own.contains(words[9])) {
            found.add(table + " " + line.strip());
          }
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      // Closed meanwhile.
      return "";
    }
  }
}
