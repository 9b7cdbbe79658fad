package quiesce.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import quiesce.catalogue.InputException;
import quiesce.output.WholeFiles;

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
    Map<Path, byte[]> contents = new LinkedHashMap<>();
    files.forEach(
        (name, text) ->
            contents.put(directory.resolve(name), text.getBytes(StandardCharsets.UTF_8)));
    contents.keySet().stream()
        .filter(Files::isDirectory)
        .findFirst()
        .ifPresent(
            target -> {
              throw new InputException("cannot write " + target + ": it is a directory");
            });
    try {
      WholeFiles.write(contents);
    } catch (IOException e) {
      throw refusal(directory, e);
    }
  }

  /** The same of one file, in a directory that is made if it is not there. */
  static void write(Path file, String text) {
    if (Files.isDirectory(file)) {
      throw new InputException("cannot write " + file + ": it is a directory; name a file");
    }
    try {
      WholeFiles.write(Map.of(file, text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new InputException(
          "cannot write "
              + file
              + ": "
              + WholeFiles.reason(e)
              + "; name a file that can be written with --out",
          e);
    }
  }

  private static InputException refusal(Path directory, IOException e) {
    return new InputException(
        "cannot write to "
            + directory
            + ": "
            + WholeFiles.reason(e)
            + "; name a directory that can be written with --out",
        e);
  }
}
