package quiesce.engine.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What shared JVMs run comes from the build, whatever there is in the cache. */
class SharedJvmJarTest {
  @TempDir Path cache;

  private final TlcJar tlc = TlcJar.onClassPath().orElseThrow();

  @Test
  void isTheSameWheneverItIsMade() throws IOException {
    byte[] content = SharedJvmJar.content(tlc);

    assertThat(SharedJvmJar.content(tlc)).isEqualTo(content);
    assertThat(Files.readAllBytes(SharedJvmJar.built().orElseThrow())).isEqualTo(content);
  }

  @Test
  void isNotReadFromTheCache() throws IOException {
    Path jar = SharedJvmProgram.of(tlc).orElseThrow().archivedIn(cache).jar();

    assertThat(jar).isEqualTo(SharedJvmJar.built().orElseThrow());
    try (Stream<Path> files = Files.list(cache)) {
      assertThat(files).hasSize(2).noneMatch(file -> file.toString().endsWith(".jar"));
    }
  }
}
