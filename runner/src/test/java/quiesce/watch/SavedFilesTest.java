package quiesce.watch;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SavedFilesTest {
  @TempDir private Path directory;

  private Path one;
  private Path other;

  @BeforeEach
  void writeBoth() throws IOException {
    one = Files.writeString(directory.resolve("one.c"), "one");
    other = Files.writeString(Files.createDirectory(directory.resolve("d")).resolve("o.c"), "o");
  }

  @Test
  void aFileThatIsWrittenInPlace() throws Exception {
    try (SavedFiles saved = SavedFiles.of(List.of(one, other))) {
      Files.writeString(one, "two");
      assertThat(saved.next()).containsExactly(one);
      Files.writeString(other, "more", StandardOpenOption.APPEND);
      assertThat(saved.next()).containsExactly(other);
    }
  }

  /** As vim and emacs do: the old one becomes a backup, or is replaced. */
  @Test
  void aFileThatIsReplaced() throws Exception {
    try (SavedFiles saved = SavedFiles.of(List.of(one))) {
      Files.move(one, directory.resolve("one.c~"));
      Files.writeString(one, "two");
      assertThat(saved.next()).containsExactly(one);

      Path next = Files.writeString(directory.resolve(".one.swp"), "three");
      Files.move(next, one, REPLACE_EXISTING);
      assertThat(saved.next()).containsExactly(one);
    }
  }

  @Test
  void aFileThatIsRemovedAndComesBack() throws Exception {
    try (SavedFiles saved = SavedFiles.of(List.of(one))) {
      Files.delete(one);
      assertThat(saved.next()).containsExactly(one);
      Files.writeString(one, "one");
      assertThat(saved.next()).containsExactly(one);
    }
  }

  @Test
  void aDirectoryThatIsRemovedAndComesBack() throws Exception {
    try (SavedFiles saved = SavedFiles.of(List.of(other))) {
      Files.delete(other);
      Files.delete(other.getParent());
      assertThat(saved.next()).containsExactly(other);
      Files.createDirectory(other.getParent());
      Files.writeString(other, "again");
      assertThat(saved.next()).containsExactly(other);
      Files.writeString(other, "and again");
      assertThat(saved.next()).containsExactly(other);
    }
  }

  @Test
  void whatALinkLeadsTo() throws Exception {
    Path link = Files.createSymbolicLink(directory.resolve("link.c"), other);
    try (SavedFiles saved = SavedFiles.of(List.of(link))) {
      Files.writeString(other, "another");
      assertThat(saved.next()).containsExactly(link);
    }
  }

  /** Also other files of the directory, of which there may be many. */
  @Test
  void theSameContentIsNoNews() throws Exception {
    try (SavedFiles saved = SavedFiles.of(List.of(one, other))) {
      Files.setLastModifiedTime(one, FileTime.fromMillis(0));
      Files.writeString(one, "two");
      Files.writeString(one, "one");
      Files.writeString(directory.resolve("another.c"), "x");
      Files.writeString(other, "news");
      assertThat(saved.next()).containsExactly(other);
    }
  }

  @Test
  void whoWaitsIsToldOfTheEnd() throws Exception {
    SavedFiles saved = SavedFiles.of(List.of(one));
    saved.close();
    assertThatThrownBy(saved::next).isInstanceOf(InterruptedException.class);
  }
}
