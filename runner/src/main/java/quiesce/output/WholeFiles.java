package quiesce.output;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes files that are whole or as they were: each is written beside its place and then moved. */
public final class WholeFiles {
  private WholeFiles() {}

  /**
   * Writes all of the files, or none if one of them cannot be written. Directories are made; a file
   * that is replaced keeps its permissions.
   *
   * @throws IOException if something cannot be written; {@link #reason} says why
   */
  public static void write(Map<Path, byte[]> contents) throws IOException {
    Map<Path, Path> written = new LinkedHashMap<>();
    try {
      for (Map.Entry<Path, byte[]> file : contents.entrySet()) {
        Path directory = file.getKey().toAbsolutePath().getParent();
        Files.createDirectories(directory);
        Path unfinished = Files.createTempFile(directory, ".quiesce-", ".tmp");
        written.put(unfinished, file.getKey());
        Files.write(unfinished, file.getValue());
        permissions(file.getKey(), unfinished, file.getValue());
      }
      for (Map.Entry<Path, Path> file : written.entrySet()) {
        Files.move(
            file.getKey(),
            file.getValue(),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      written.keySet().forEach(WholeFiles::remove);
    }
  }

  /**
   * The same for one file that nobody else may write to, nor read, whatever the umask.
   *
   * @throws IOException if it cannot be written; {@link #reason} says why
   */
  public static void writePrivate(Path file, byte[] content) throws IOException {
    Ours.make(file.toAbsolutePath().getParent());
    Path unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), ".quiesce-", ".tmp");
    try {
      Files.write(unfinished, content);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      remove(unfinished);
    }
  }

  /** Those of the file that is replaced; a new one's are those that any new file gets. */
  private static void permissions(Path target, Path unfinished, byte[] content) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(unfinished, PosixFileAttributeView.class);
    if (view != null && Files.exists(target)) {
      view.setPermissions(Files.getPosixFilePermissions(target));
    } else if (view != null) {
      // A temporary file is its owner's alone.
      Files.delete(unfinished);
      Files.write(unfinished, content);
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // A temporary file stays; the reason for that is reported.
    }
  }

  /** Why a file cannot be read or written, in a few words. */
  public static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file";
    } else if (e instanceof AccessDeniedException) {
      return "permission denied";
    } else if (e instanceof FileAlreadyExistsException) {
      return "it is not a directory";
    }
    if (e instanceof FileSystemException f && f.getReason() != null) {
      return f.getReason();
    }
    // What the system says of a write: there is no space left, for example.
    return e.getClass().equals(IOException.class) && e.getMessage() != null
        ? e.getMessage()
        : e.toString();
  }
}
