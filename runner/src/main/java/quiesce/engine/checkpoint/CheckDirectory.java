package quiesce.engine.checkpoint;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The directory of one run that may take long, claimed by one process: what TLC puts on disk, and
 * the last checkpoint. The claim ends with the process, however that ends. A TLC that outlives its
 * quiesce may still write there, to files of its own.
 */
final class CheckDirectory implements AutoCloseable {
  private static final String LOCK = "lock";
  private static final String COPY = "recovered";

  private final Path path;
  private final FileChannel lock;
  private final Set<Path> claimed;

  private CheckDirectory(Path path, FileChannel lock, Set<Path> claimed) {
    this.path = path;
    this.lock = lock;
    this.claimed = claimed;
  }

  /**
   * Claims a directory; nothing if another process has it, or this one.
   *
   * @param claimed those that this process has: to open and close the lock of one would give it up
   */
  static Optional<CheckDirectory> claim(Path path, Set<Path> claimed) throws IOException {
    if (!claimed.add(path)) {
      return Optional.empty();
    }
    Optional<CheckDirectory> own = Optional.empty();
    try {
      own = unclaimed(path, claimed);
      return own;
    } finally {
      if (own.isEmpty()) {
        claimed.remove(path);
      }
    }
  }

  private static Optional<CheckDirectory> unclaimed(Path path, Set<Path> claimed)
      throws IOException {
    FileChannel lock;
    try {
      lock =
          FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (NoSuchFileException e) {
      // Removed by the process that had it.
      return Optional.empty();
    }
    // One that another process removes meanwhile is claimed for nothing, and is empty.
    if (locked(lock) && Files.exists(path.resolve(LOCK))) {
      return Optional.of(new CheckDirectory(path, lock, claimed));
    }
    lock.close();
    return Optional.empty();
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // This process has it, by another cache directory of the same name.
      return false;
    }
  }

  Path path() {
    return path;
  }

  /** Where checkpoints go. */
  Points points() {
    return new Points(path);
  }

  /** The last checkpoint; its files may be damaged. */
  Optional<Path> checkpoint() throws IOException {
    return points().last();
  }

  /**
   * Copies the last checkpoint, for TLC to change.
   *
   * @return nothing if it is damaged
   */
  Optional<Path> copy(Manifest manifest) throws IOException {
    Path copy = Files.createDirectory(path.resolve(COPY));
    for (Content file : manifest.files()) {
      if (!file.copy(checkpoint().orElseThrow(), copy)) {
        return Optional.empty();
      }
    }
    return Optional.of(copy);
  }

  /** What the last checkpoint says of itself. */
  Optional<Manifest> manifest() {
    try {
      return checkpoint().flatMap(Manifest::read);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Removes everything but the last checkpoint. */
  void tidy() throws IOException {
    Optional<Path> kept = checkpoint();
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (kept.filter(file::equals).isEmpty() && !name.equals(LOCK)) {
          removeTree(file);
        }
      }
    }
  }

  /**
   * Removes it with all that is in it.
   *
   * @return whether it is gone; else the next process tries again
   */
  boolean remove() {
    try {
      removeTree(path);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Releases it, and removes it if there is nothing to resume from. */
  @Override
  public void close() {
    try (lock) {
      if (Files.exists(path)) {
        tidy();
        if (checkpoint().isEmpty()) {
          removeTree(path);
        }
      }
    } catch (IOException e) {
      // The next process tries again.
    } finally {
      claimed.remove(path);
    }
  }

  static long size(Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      return files.mapToLong(file -> file.toFile().isFile() ? file.toFile().length() : 0).sum();
    }
  }

  private static void removeTree(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes a) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            // Somebody else removed it, which is as well; or its directory cannot be removed, which
            // is reported.
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path d, IOException e) throws IOException {
            Files.deleteIfExists(d);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
