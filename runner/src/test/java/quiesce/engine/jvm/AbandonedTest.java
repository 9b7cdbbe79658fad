package quiesce.engine.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbandonedTest {
  /** No process has it: Linux has none above 2^22. */
  private static final String DEAD = "quiesce-tlc-99999999-1700000000000-";

  @TempDir Path directory;

  @Test
  void whatADeadProcessHasLeftIsRemoved() throws IOException {
    Path left = Files.createDirectory(directory.resolve(DEAD + "1"));
    Files.writeString(Files.createDirectory(left.resolve("spec")).resolve("A.tla"), "");
    long pid = ProcessHandle.current().pid();
    Path reused = Files.createDirectory(directory.resolve("quiesce-tlc-" + pid + "-1000-1"));

    Abandoned.remove(directory);

    assertThat(left).doesNotExist();
    assertThat(reused).doesNotExist();
  }

  @Test
  void whatAnEarlierVersionHasLeftIsRemovedWhenItIsOld() throws IOException {
    Path old = Files.createDirectory(directory.resolve("quiesce-tlc-123"));
    Files.writeString(old.resolve("A.tla"), "");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(8))));
    Path young = Files.createDirectory(directory.resolve("quiesce-tlc-124"));

    Abandoned.remove(directory);

    assertThat(old).doesNotExist();
    assertThat(young).exists();
  }

  @Test
  void whatIsInUseOrSomebodyElsesStays() throws IOException, InterruptedException {
    PrivateDirectory own = PrivateDirectory.in(directory);
    Path other = Files.createDirectory(directory.resolve("quiesce-tlc-notes"));
    Path used = Files.createDirectory(directory.resolve(DEAD + "2"));
    Path file = Files.writeString(directory.resolve(DEAD + "3"), "");
    Process child = new ProcessBuilder("sh", "-c", "read x # " + used).start();
    try {
      Abandoned.remove(directory);
    } finally {
      child.destroyForcibly().waitFor();
    }

    assertThat(own.specification()).exists();
    assertThat(other).exists();
    assertThat(used).exists();
    assertThat(file).exists();
  }
}
