package quiesce.tlc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MadeFilesTest {
  @TempDir Path directory;

  @Test
  void aFileThatWasNotMadeWholeIsNotThere() throws IOException {
    assertThat(MadeFiles.make(directory.resolve("worker-1.jar"), file -> false)).isFalse();
    assertThatThrownBy(
            () ->
                MadeFiles.make(
                    directory.resolve("worker-2.jar"),
                    file -> {
                      Files.writeString(file, "half");
                      throw new IOException("no room");
                    }))
        .hasMessage("no room");

    assertThat(names()).isEmpty();
  }

  @Test
  void whatWasMadeLongAgoGoesWhenSomethingIsMade() throws IOException {
    write("worker-old.jar", Duration.ofDays(40));
    write("worker-new.jar", Duration.ofDays(3));
    write("tlc-old.jsa", Duration.ofDays(40));

    assertThat(MadeFiles.make(directory.resolve("worker-made.jar"), file -> true)).isTrue();

    assertThat(names())
        .containsExactly("tlc-old.jsa", "worker-made.jar", "worker-made.jar.crc", "worker-new.jar");
  }

  private void write(String name, Duration age) throws IOException {
    Path file = Files.writeString(directory.resolve(name), "");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
  }

  private Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList().stream();
    }
  }
}
