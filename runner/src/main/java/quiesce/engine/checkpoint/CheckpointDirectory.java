package quiesce.engine.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import quiesce.output.Room;
import quiesce.store.Key;

/**
 * The checkpoints of checks that came to no verdict yet, a directory for each check. Several
 * processes may use it at once: what one has claimed the others leave alone.
 */
public final class CheckpointDirectory {
  /** How many bytes those that nobody resumes from may have together, the newest apart. */
  public static final long LIMIT = 20_000_000_000L;

  private static final int ATTEMPTS = 10;
  private static final String NAME = "checkpoints-v1";
  private static final Pattern CHECK = Pattern.compile("[0-9a-f]{64}-\\d+");

  private final Path directory;
  private final long limit;
  private final Set<Path> claimed = ConcurrentHashMap.newKeySet();

  CheckpointDirectory(Path directory, long limit) {
    this.directory = directory;
    this.limit = limit;
  }

  /**
   * @param cache quiesce's directory for what can be made again
   */
  public static CheckpointDirectory in(Path cache) {
    return new CheckpointDirectory(cache.resolve(NAME), LIMIT);
  }

  /**
   * What is in it.
   *
   * @param checks how many there are, those that run among them
   */
  public record Contents(Path directory, int checks, long bytes, long limit) {}

  public Contents contents() throws IOException {
    List<Path> checks = checks();
    long bytes = 0;
    for (Path check : checks) {
      bytes += size(check);
    }
    return new Contents(directory, checks.size(), bytes, limit);
  }

  /**
   * Removes all that no process uses.
   *
   * @return how many there were, and how many are in use
   */
  public Cleared clear() throws IOException {
    int removed = 0;
    int used = 0;
    for (Path check : checks()) {
      Optional<CheckDirectory> found = CheckDirectory.claim(check, claimed);
      if (found.isPresent()) {
        try (CheckDirectory own = found.get()) {
          removed += own.remove() ? 1 : 0;
          used += Files.exists(check) ? 1 : 0;
        }
      } else if (Files.exists(check)) {
        used++;
      }
    }
    return new Cleared(removed, used);
  }

  /**
   * @param removed how many checks
   * @param used how many were left, because a process uses them or they may not be removed
   */
  public record Cleared(int removed, int used) {}

  /** A new directory for a check. */
  CheckDirectory begin(Key key) throws IOException {
    Room.in(directory);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      // Another process that removes empty directories may be faster.
      Optional<CheckDirectory> own =
          CheckDirectory.claim(Files.createTempDirectory(directory, key.hex() + "-"), claimed);
      if (own.isPresent()) {
        return own.get();
      }
    }
    throw new IOException("no directory of its own in " + directory);
  }

  /** Those of a check that have a checkpoint and that no process uses, the furthest first. */
  List<CheckDirectory> claim(Key key) throws IOException {
    List<CheckDirectory> own = new ArrayList<>();
    for (Path check : checks(key)) {
      CheckDirectory.claim(check, claimed).ifPresent(own::add);
    }
    own.sort(Comparator.comparingLong(CheckpointDirectory::states).reversed());
    return own;
  }

  /** Whether another process checks the same. */
  boolean used(Key key) throws IOException {
    for (Path check : checks(key)) {
      Optional<CheckDirectory> found = CheckDirectory.claim(check, claimed);
      if (found.isEmpty()) {
        return true;
      }
      found.get().close();
    }
    return false;
  }

  /** Removes those of a check that has its verdict. */
  void remove(Key key) {
    try {
      for (CheckDirectory left : claim(key)) {
        left.remove();
        left.close();
      }
    } catch (IOException e) {
      // They stay until they are the oldest.
    }
  }

  /** Removes those that no process uses and that are of no use: empty ones, or the oldest. */
  void trim() {
    List<CheckDirectory> unused = new ArrayList<>();
    try {
      for (Path check : checks()) {
        CheckDirectory.claim(check, claimed).ifPresent(unused::add);
      }
      unused.sort(Comparator.comparing(CheckpointDirectory::modified).reversed());
      long bytes = 0;
      for (int i = 0; i < unused.size(); i++) {
        unused.get(i).tidy();
        bytes += size(unused.get(i).path());
        if (i > 0 && bytes > limit) {
          unused.get(i).remove();
        }
      }
    } catch (IOException e) {
      // The next process tries again.
    } finally {
      unused.forEach(CheckDirectory::close);
    }
  }

  private List<Path> checks(Key key) throws IOException {
    return checks().stream()
        .filter(check -> check.getFileName().toString().startsWith(key.hex()))
        .toList();
  }

  private List<Path> checks() throws IOException {
    List<Path> checks = new ArrayList<>();
    if (!Files.isDirectory(directory)) {
      return checks;
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(directory)) {
      for (Path check : all) {
        if (CHECK.matcher(check.getFileName().toString()).matches()
            && Files.isDirectory(check, LinkOption.NOFOLLOW_LINKS)) {
          checks.add(check);
        }
      }
    }
    return checks;
  }

  private static long states(CheckDirectory check) {
    return check.manifest().map(Manifest::states).orElse(0L);
  }

  private static FileTime modified(CheckDirectory check) {
    try {
      Optional<Path> point = check.checkpoint();
      return Files.getLastModifiedTime(point.orElse(check.path()));
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  private static long size(Path check) {
    try {
      return CheckDirectory.size(check);
    } catch (IOException | UncheckedIOException e) {
      // Something was removed meanwhile.
      return 0;
    }
  }
}
