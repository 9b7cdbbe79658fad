package quiesce.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quiesce.store.Key;

class CheckpointDirectoryTest {
  private static final int SIZE = 1000;

  @TempDir private Path cache;

  @Test
  void theOldestGoWhenTheyAreTooLargeTogether() throws IOException {
    CheckpointDirectory directory = new CheckpointDirectory(cache, 2 * SIZE);
    left(directory, "a", 1);
    left(directory, "b", 3);
    left(directory, "c", 2);

    directory.trim();

    assertThat(directory.contents().checks()).isEqualTo(2);
    assertThat(directory.contents().bytes()).isLessThanOrEqualTo(2 * SIZE);
    assertThat(directory.claim(key("a"))).isEmpty();
  }

  @Test
  void theNewestStaysHoweverLarge() throws IOException {
    CheckpointDirectory directory = new CheckpointDirectory(cache, SIZE / 2);
    left(directory, "a", 1);
    left(directory, "b", 2);

    directory.trim();

    assertThat(directory.claim(key("a"))).isEmpty();
    assertThat(directory.claim(key("b"))).hasSize(1).allSatisfy(CheckDirectory::close);
  }

  @Test
  void whatIsInUseStaysAndCountsForNothing() throws IOException {
    CheckpointDirectory directory = new CheckpointDirectory(cache, 0);
    try (CheckDirectory used = directory.begin(key("a"))) {
      Files.createDirectory(used.path().resolve("point-1"));
      left(directory, "b", 2);

      directory.trim();

      assertThat(directory.used(key("a"))).isTrue();
      assertThat(directory.contents().checks()).isEqualTo(2);
    }
  }

  private static void left(CheckpointDirectory directory, String name, long second)
      throws IOException {
    try (CheckDirectory check = directory.begin(key(name))) {
      Path point = Files.createDirectory(check.path().resolve("point-1"));
      Files.write(point.resolve("queue.chkpt"), new byte[SIZE]);
      Files.setLastModifiedTime(point, FileTime.fromMillis(1000 * second));
    }
  }

  private static Key key(String digit) {
    return new Key(digit.repeat(64));
  }
}
