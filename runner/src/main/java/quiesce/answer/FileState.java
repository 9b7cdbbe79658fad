package quiesce.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import quiesce.store.Sha256;

/** What is at a path, in a form that is another one if anything has changed there. */
final class FileState {
  /** Of a directory, more than a user's templates or a set of litmus tests. */
  private static final int MOST_FILES = 5_000;

  private static final long MOST_BYTES = 10_000_000;

  /** The last of them is the time at which any of these, or the content, was changed. */
  private static final String ATTRIBUTES = "unix:dev,ino,size,lastModifiedTime,ctime";

  private static final List<String> NO_FILE = List.of("no file");

  private FileState() {}

  /**
   * By its content, and that of all files in it if it is a directory.
   *
   * @param name that may be one of a file, or not
   * @throws IOException if it cannot be read, or is too much, or neither a file nor a directory
   */
  static List<String> content(String name) throws IOException {
    Path path;
    try {
      path = Path.of(name);
    } catch (InvalidPathException e) {
      return NO_FILE;
    }
    if (name.isEmpty() || !Files.exists(path)) {
      return NO_FILE;
    }
    long[] bytes = {0};
    return all(
        path,
        file -> {
          bytes[0] += Files.size(file);
          if (bytes[0] > MOST_BYTES) {
            throw new IOException(path + " is too much");
          }
          return Sha256.of(Files.readAllBytes(file));
        });
  }

  /**
   * By who it is and when it was changed last, and the same of all files in it if it is a
   * directory; where the system does not know, by its content.
   */
  static List<String> lastChange(Path path) throws IOException {
    try {
      if (!Files.exists(path)) {
        return NO_FILE;
      }
      return all(path, file -> new TreeMap<>(Files.readAttributes(file, ATTRIBUTES)).toString());
    } catch (UnsupportedOperationException e) {
      return content(path.toString());
    }
  }

  private interface Look {
    String at(Path file) throws IOException;
  }

  private static List<String> all(Path path, Look look) throws IOException {
    if (Files.isRegularFile(path)) {
      return List.of("file", look.at(path));
    }
    if (!Files.isDirectory(path)) {
      throw new IOException(path + " is neither a file nor a directory");
    }
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : (Iterable<Path>) tree.limit(MOST_FILES + 1L)::iterator) {
        found.put(
            path.relativize(file).toString(),
            Files.isDirectory(file) ? "directory" : all(file, look).get(1));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (found.size() > MOST_FILES) {
      throw new IOException(path + " is too much");
    }
    return Stream.concat(Stream.of("directory"), found.entrySet().stream().map(Map.Entry::toString))
        .toList();
  }
}
