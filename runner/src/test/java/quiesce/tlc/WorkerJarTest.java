package quiesce.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What workers run comes from the build, whatever there is in the cache. */
class WorkerJarTest {
  @TempDir Path cache;

  private final TlcJar tlc = TlcJar.onClassPath().orElseThrow();

  @Test
  void isTheSameWheneverItIsMade() throws IOException {
    byte[] content = WorkerJar.content(tlc);

    assertThat(WorkerJar.content(tlc)).isEqualTo(content);
    assertThat(Files.readAllBytes(WorkerJar.built().orElseThrow())).isEqualTo(content);
  }

  @Test
  void isNotReadFromTheCache() throws IOException {
    Path jar = WorkerProgram.in(cache, tlc).orElseThrow().jar();

    assertThat(jar).isEqualTo(WorkerJar.built().orElseThrow());
    try (Stream<Path> files = Files.list(cache)) {
      assertThat(files).hasSize(2).noneMatch(file -> file.toString().endsWith(".jar"));
    }
  }
}
