package quiesce.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import quiesce.catalogue.InputException;

/** Writes files that are whole or not there. */
final class OutputFiles {
  private OutputFiles() {}

  /**
   * Makes the directory and tries that it can be written to, before anybody waits for what is to be
   * written.
   *
   * @throws InputException if it cannot
   */
  static void prepare(Path directory) {
    try {
      Files.createDirectories(directory);
      Files.delete(Files.createTempFile(directory, ".quiesce-", ".tmp"));
    } catch (IOException e) {
      throw refusal(directory, e);
    }
  }

  /**
   * Writes all of the files, or none if one of them cannot be written.
   *
   * @param files texts by name, which may be a path
   */
  static void write(Path directory, Map<String, String> files) {
    Map<Path, Path> written = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path target = directory.resolve(file.getKey());
        if (Files.isDirectory(target)) {
          throw new InputException("cannot write " + target + ": it is a directory");
        }
        Files.createDirectories(target.toAbsolutePath().getParent());
        Path unfinished = Files.createTempFile(directory, ".quiesce-", ".tmp");
        written.put(unfinished, target);
        Files.writeString(unfinished, file.getValue());
      }
      for (Map.Entry<Path, Path> file : written.entrySet()) {
        Files.move(
            file.getKey(),
            file.getValue(),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw refusal(directory, e);
    } finally {
      written.keySet().forEach(OutputFiles::remove);
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // A temporary file stays; what is told is why it came to that.
    }
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    } else if (e instanceof FileAlreadyExistsException) {
      return "it is not a directory";
    }
    return e instanceof FileSystemException f && f.getReason() != null
        ? f.getReason()
        : e.toString();
  }

  private static InputException refusal(Path directory, IOException e) {
    return new InputException(
        "cannot write to "
            + directory
            + ": "
            + reason(e)
            + "; name a directory that can be written with --out",
        e);
  }
}
