package quiesce.engine.jvm;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;

/** Files in the user's cache directory that are made from TLC, and can be made again. */
final class MadeFiles {
  /** Of another TLC, another quiesce or another Java: a user goes back to one for so long. */
  private static final Duration KEPT = Duration.ofDays(30);

  private MadeFiles() {}

  /** Writes a file. */
  interface Maker {
    /** Whether the file is as it should be. */
    boolean make(Path file) throws IOException;
  }

  /**
   * Makes a file unless there is one that was made here.
   *
   * @return whether there is one now
   */
  static boolean provide(Path file, Maker maker) throws IOException {
    return Seal.holds(file) || make(file, maker);
  }

  /** Makes a file whole or not at all, and removes old ones that begin alike. */
  static boolean make(Path file, Maker maker) throws IOException {
    String kind = file.getFileName().toString().replaceFirst("-.*", "-");
    removeOld(file.getParent(), kind);
    Path unfinished = Files.createTempFile(file.getParent(), kind, ".tmp");
    try {
      if (!maker.make(unfinished)) {
        return false;
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      Seal.put(file);
      return true;
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static void removeOld(Path directory, String kind) {
    Instant old = Instant.now().minus(KEPT);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, kind + "*")) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // They only take room.
    }
  }
}
