package quiesce.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import quiesce.output.Ours;
import quiesce.output.WholeFiles;

/**
 * The files of the cache, which several processes may use at once. A file that cannot be read is
 * none.
 */
public final class ResultDirectory {
  /** How many bytes all entries may have together. */
  public static final long LIMIT = 200_000_000;

  /** What is left after entries are removed for the limit, so that it is not every time. */
  private static final double KEPT = 0.9;

  private static final String NAME = "results-v1";
  private static final String SUFFIX = ".result";
  private static final Pattern ENTRY = Pattern.compile("[0-9a-f]{64}\\" + SUFFIX);
  private static final Pattern UNFINISHED = Pattern.compile("\\.quiesce-\\d+\\.tmp");

  /** Nobody writes an entry for so long: whoever began it is gone. */
  private static final Duration ABANDONED = Duration.ofHours(1);

  private final Path directory;
  private final long limit;

  public ResultDirectory(Path directory, long limit) {
    this.directory = directory;
    this.limit = limit;
  }

  /**
   * @param cache quiesce's directory for what can be made again
   */
  public static ResultDirectory in(Path cache) {
    return new ResultDirectory(cache.resolve(NAME), LIMIT);
  }

  /** What is in the cache. */
  public record Contents(Path directory, int entries, long bytes, long limit) {}

  private record Found(Path file, long size, FileTime used) {}

  public Contents contents() {
    List<Found> entries = files(ENTRY);
    return new Contents(directory, entries.size(), size(entries), limit);
  }

  /**
   * Removes all entries and nothing else.
   *
   * @return how many there were
   * @throws IOException if one cannot be removed
   */
  public int clear() throws IOException {
    for (Found unfinished : files(UNFINISHED)) {
      Files.deleteIfExists(unfinished.file());
    }
    int removed = 0;
    for (Found entry : files(ENTRY)) {
      removed += Files.deleteIfExists(entry.file()) ? 1 : 0;
    }
    return removed;
  }

  /**
   * What is kept under the key, if nobody else can have written it.
   *
   * @param most how many bytes an entry may have; what is larger is none
   */
  public Optional<byte[]> find(Key key, int most) {
    try {
      BasicFileAttributes is = Files.readAttributes(file(key), BasicFileAttributes.class);
      // To read a pipe would be to wait for ever.
      return is.isRegularFile() && is.size() <= most && Ours.file(file(key))
          ? Optional.of(Files.readAllBytes(file(key)))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Notes that an entry was of use. */
  public void used(Key key) {
    try {
      Files.setLastModifiedTime(file(key), FileTime.from(Instant.now()));
    } catch (IOException e) {
      // It counts as older than it is.
    }
  }

  /**
   * Keeps it, whole or not at all.
   *
   * @throws IOException if there is no room, or it may not be written to
   */
  public void store(Key key, byte[] entry) throws IOException {
    WholeFiles.writePrivate(file(key), entry);
  }

  /** Removes the entries that were of no use for longest, if all of them are too much. */
  public void trim() {
    Instant abandoned = Instant.now().minus(ABANDONED);
    files(UNFINISHED).stream()
        .filter(f -> f.used().toInstant().isBefore(abandoned))
        .forEach(ResultDirectory::remove);
    List<Found> entries = files(ENTRY);
    long left = size(entries);
    if (left <= limit) {
      return;
    }
    entries.sort(Comparator.comparing(Found::used));
    for (Found entry : entries) {
      if (left <= limit * KEPT) {
        return;
      }
      remove(entry);
      left -= entry.size();
    }
  }

  private Path file(Key key) {
    return directory.resolve(key.hex() + SUFFIX);
  }

  private static long size(List<Found> files) {
    return files.stream().mapToLong(Found::size).sum();
  }

  private static void remove(Found file) {
    try {
      Files.deleteIfExists(file.file());
    } catch (IOException e) {
      // The next process tries again.
    }
  }

  /** The files of that name; what is no file is not the cache's. */
  private List<Found> files(Pattern name) {
    List<Found> files = new ArrayList<>();
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(
            directory, f -> name.matcher(f.getFileName().toString()).matches())) {
      for (Path file : all) {
        found(file).ifPresent(files::add);
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      // What cannot be listed cannot be removed either.
    }
    return files;
  }

  private static Optional<Found> found(Path file) {
    try {
      BasicFileAttributes is =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return is.isRegularFile()
          ? Optional.of(new Found(file, is.size(), is.lastModifiedTime()))
          : Optional.empty();
    } catch (IOException e) {
      // Another process has removed it.
      return Optional.empty();
    }
  }
}
