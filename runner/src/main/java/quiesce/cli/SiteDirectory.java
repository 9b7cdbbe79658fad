package quiesce.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import quiesce.catalogue.InputException;

/**
 * A directory that holds a report and nothing of anybody else's. A list of its files lies in it, so
 * that the next report takes away what it has no longer, and only that.
 */
final class SiteDirectory {
  /** The list: a line for each file. */
  static final String LIST = ".quiesce-report";

  private final Path directory;

  private SiteDirectory(Path directory) {
    this.directory = directory;
  }

  /**
   * Prepares the directory.
   *
   * @param force whether to write into a directory that holds other things
   * @throws InputException if it does, or cannot be written to
   */
  static SiteDirectory at(Path directory, boolean force) {
    if (!force && !isFree(directory)) {
      throw new InputException(
          directory
              + " holds files that are not of a report; name another directory with --out, or add"
              + " --force to write into this one");
    }
    OutputFiles.prepare(directory);
    return new SiteDirectory(directory);
  }

  private static boolean isFree(Path directory) {
    if (!Files.isDirectory(directory) || Files.isRegularFile(directory.resolve(LIST))) {
      return true;
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes all of the files and removes those of the report before that are not among them. */
  void write(Map<String, String> files) {
    List<String> before = before();
    Map<String, String> all = new LinkedHashMap<>(files);
    Set<String> names = new TreeSet<>(files.keySet());
    all.put(LIST, String.join("\n", names) + "\n");
    OutputFiles.write(directory, all);
    before.stream().filter(name -> !names.contains(name)).forEach(this::remove);
  }

  private List<String> before() {
    Path list = directory.resolve(LIST);
    try {
      return Files.isRegularFile(list) ? Files.readAllLines(list) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The list may have come from anywhere: nothing outside of the directory is touched. */
  private void remove(String name) {
    try {
      Path root = directory.toRealPath();
      Path file = root.resolve(name).normalize();
      if (!file.startsWith(root)
          || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          || !file.getParent().toRealPath().equals(file.getParent())) {
        return;
      }
      Files.delete(file);
      for (Path folder = file.getParent(); !folder.equals(root); folder = folder.getParent()) {
        try (Stream<Path> rest = Files.list(folder)) {
          if (rest.findAny().isPresent()) {
            return;
          }
        }
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
