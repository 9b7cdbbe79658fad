package quiesce.engine.checkpoint;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The checkpoints of one check, in a directory of its own: as a rule the last one, each a directory
 * that appears when it is complete.
 */
final class Points {
  private static final Pattern NAME = Pattern.compile("point-(\\d{1,9})");
  private static final String PREFIX = "point-";
  private static final String UNFINISHED = "unfinished";

  private final Path directory;

  Points(Path directory) {
    this.directory = directory;
  }

  /** The last one. */
  Optional<Path> last() throws IOException {
    List<Path> all = all();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** An empty directory to make one in. */
  Path begin() throws IOException {
    Path unfinished = directory.resolve(UNFINISHED);
    remove(unfinished);
    return Files.createDirectory(unfinished);
  }

  /** Has it take the place of those before it. */
  void publish(Path unfinished) throws IOException {
    List<Path> before = all();
    int next = before.isEmpty() ? 1 : number(before.get(before.size() - 1)) + 1;
    Files.move(unfinished, directory.resolve(PREFIX + next), StandardCopyOption.ATOMIC_MOVE);
    for (Path old : before) {
      remove(old);
    }
  }

  /** The oldest first. */
  private List<Path> all() throws IOException {
    List<Path> points = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, PREFIX + "*")) {
      for (Path file : files) {
        if (NAME.matcher(file.getFileName().toString()).matches()) {
          points.add(file);
        }
      }
    }
    points.sort(Comparator.comparingInt(Points::number));
    return points;
  }

  private static int number(Path point) {
    Matcher name = NAME.matcher(point.getFileName().toString());
    return name.matches() ? Integer.parseInt(name.group(1)) : 0;
  }

  private static void remove(Path point) throws IOException {
    if (!Files.exists(point)) {
      return;
    }
    try (Stream<Path> files = Files.list(point)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(point);
  }
}
