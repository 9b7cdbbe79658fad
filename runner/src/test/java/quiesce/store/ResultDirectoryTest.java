package quiesce.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ResultDirectoryTest {
  private static final int MOST = 1_000_000;
  private static final byte[] ENTRY = new byte[100];

  @TempDir private Path parent;
  private Path directory;
  private ResultDirectory results;

  @BeforeEach
  void makeOne() {
    directory = parent.resolve("results");
    results = new ResultDirectory(directory, 1000);
  }

  @Test
  void whatWasStoredIsFound() throws IOException {
    results.store(key(1), ENTRY);

    assertThat(results.find(key(1), MOST)).contains(ENTRY);
    assertThat(results.find(key(2), MOST)).isEmpty();
  }

  @Test
  void whatOthersCanWriteIsNotBelieved() throws IOException {
    results.store(key(1), ENTRY);
    Path file = directory.resolve(key(1).hex() + ".result");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .as("whatever the umask")
        .isEqualTo("rw-------");

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
    assertThat(results.find(key(1), MOST)).isEmpty();

    results.store(key(1), ENTRY);
    assertThat(results.find(key(1), MOST)).contains(ENTRY);
  }

  @Test
  void whatIsWithinTheLimitStays() throws IOException {
    store(10);

    results.trim();

    assertThat(results.contents().entries()).isEqualTo(10);
  }

  @Test
  void whatWasOfNoUseForLongestGoesUntilTheRestIsWithinTheLimit() throws IOException {
    store(12);
    results.used(key(1));
    results.used(key(3));

    results.trim();

    assertThat(results.contents().bytes()).isLessThanOrEqualTo(1000).isEqualTo(900);
    assertThat(IntStream.rangeClosed(1, 12).filter(n -> results.find(key(n), MOST).isPresent()))
        .containsExactly(1, 3, 6, 7, 8, 9, 10, 11, 12);
  }

  @Test
  void filesThatAreNotTheCachesAreNeitherCountedNorRemoved() throws IOException {
    store(12);
    Path other = Files.write(directory.resolve("letter.txt"), new byte[5000]);
    Path folder = Files.createDirectory(directory.resolve(key(50).hex() + ".result"));

    results.trim();
    assertThat(results.contents().bytes()).isEqualTo(900);

    assertThat(results.clear()).isEqualTo(9);
    assertThat(other).exists();
    assertThat(folder).exists();
    assertThat(results.contents().entries()).isZero();
  }

  @Test
  void whatSomebodyBeganLongAgoIsRemovedAndWhatSomebodyBeginsIsNot() throws IOException {
    store(1);
    Path old = Files.write(directory.resolve(".quiesce-1.tmp"), ENTRY);
    Path current = Files.write(directory.resolve(".quiesce-2.tmp"), ENTRY);
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(2, ChronoUnit.HOURS)));

    results.trim();

    assertThat(old).doesNotExist();
    assertThat(current).exists();
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aPipeIsNoEntry() throws IOException, InterruptedException {
    store(1);
    Path pipe = directory.resolve(key(2).hex() + ".result");
    Optional<Integer> made = run("mkfifo", pipe.toString());
    assumeTrue(made.equals(Optional.of(0)), "there is no mkfifo");

    assertThat(results.find(key(2), MOST)).isEmpty();
  }

  @Test
  void aFileThatIsTooLargeIsNoEntry() throws IOException {
    store(1);
    try (RandomAccessFile file =
        new RandomAccessFile(directory.resolve(key(1).hex() + ".result").toFile(), "rw")) {
      file.setLength(3L << 30);
    }

    assertThat(results.find(key(1), MOST)).isEmpty();
  }

  @Test
  void anEmptyFileIsAnEntryThatNobodyCanRead() throws IOException {
    results.store(key(1), new byte[0]);

    assertThat(results.find(key(1), MOST).flatMap(Sealed::content)).isEmpty();
  }

  @Test
  void aFileInThePlaceOfTheDirectoryIsAnEmptyCache() throws IOException {
    Files.writeString(directory, "not a directory");

    allGoesOnWithout();

    assertThat(directory).hasContent("not a directory");
  }

  @Test
  void aFolderInThePlaceOfAnEntryIsNoEntryAndStays() throws IOException {
    Path folder = Files.createDirectories(directory.resolve(key(1).hex() + ".result"));
    Files.writeString(folder.resolve("file"), "x");

    allGoesOnWithout();

    assertThat(folder.resolve("file")).exists();
  }

  @Test
  void aDirectoryThatMayNotBeReadIsAnEmptyCache() throws IOException {
    store(1);
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("---------"));
    try {
      assumeTrue(!Files.isReadable(directory), "whoever runs this may read everything");

      allGoesOnWithout();
    } finally {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private void allGoesOnWithout() {
    assertThatIOException().isThrownBy(() -> results.store(key(1), ENTRY));
    results.used(key(1));
    results.trim();

    assertThat(results.find(key(1), MOST)).isEmpty();
    assertThat(results.contents().entries()).isZero();
  }

  /** Entries 1 to {@code last}, each of use later than the one before it. */
  private void store(int last) throws IOException {
    for (int n = 1; n <= last; n++) {
      results.store(key(n), ENTRY);
      Instant time = Instant.now().minus(last - n + 1, ChronoUnit.MINUTES);
      Files.setLastModifiedTime(directory.resolve(key(n).hex() + ".result"), FileTime.from(time));
    }
  }

  private static Key key(int number) {
    return new Key("%064x".formatted(number));
  }

  private static Optional<Integer> run(String... command) throws InterruptedException {
    try {
      return Optional.of(new ProcessBuilder(command).start().waitFor());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
