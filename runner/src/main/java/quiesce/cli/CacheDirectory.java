package quiesce.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import quiesce.output.Ours;

/** Where quiesce keeps what it could make again. */
final class CacheDirectory {
  private CacheDirectory() {}

  /** By the XDG Base Directory Specification; nothing if the user has no home. */
  static Optional<Path> of(Console console) {
    return console
        .variable("XDG_CACHE_HOME")
        .map(Path::of)
        .or(() -> console.variable("HOME").map(home -> Path.of(home, ".cache")))
        .map(directory -> directory.resolve("quiesce"));
  }

  /** Whether nobody but this user can have written there. One that is not there is made later. */
  static boolean isOurs(Path directory) {
    return !Files.exists(directory) || Ours.directory(directory);
  }
}
