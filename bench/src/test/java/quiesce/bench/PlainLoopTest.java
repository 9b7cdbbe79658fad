package quiesce.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loop itself, with TLC. */
class PlainLoopTest {
  @TempDir private Path directory;

  /** Once with the violated invariant and once without; both temporal properties and each alone. */
  @Test
  void tlcIsRunAsOftenAsItTakes() throws IOException {
    PlainRun run = loop("60");

    assertThat(run.violated())
        .containsExactlyInAnyOrder("NoDeadlock", "UnregisterCompletes", "ReadersComplete");
    assertThat(run.holds())
        .containsExactlyInAnyOrder(
            "NoNullDereference",
            "NoUseBeforeInit",
            "NoDereferenceAfterTeardown",
            "PriorReadersComplete",
            "ConsistentSnapshot");
    assertThat(run.runs()).isEqualTo(5);
    assertThat(run.seconds()).isPositive();
  }

  @Test
  void whatTakesTooLongIsGivenUp() throws IOException {
    PlainRun run = loop("0.01");

    assertThat(run.capped()).isTrue();
    assertThat(run.runs()).isEqualTo(1);
  }

  private PlainRun loop(String seconds) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../specs/locked"))) {
      for (Path file : files.toList()) {
        Files.copy(file, directory.resolve(file.getFileName()));
      }
    }
    Commands commands = new Commands(directory, Map.of("JAVA", Bench.java()));
    Path loop = Path.of("plain").toAbsolutePath();
    List<String> command =
        List.of(loop.toString(), Machine.tlcJar().toString(), seconds, "1", "Locked.tla");
    return PlainRun.read(commands.run(List.of(0), command).output()).get(0);
  }
}
