package quiesce.document;

import java.nio.file.Path;

/** What files are called when people are told of them. */
final class Names {
  private Names() {}

  /** As short as it can be said from where quiesce is run. */
  static String of(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return (path.startsWith(here) ? here.relativize(path) : path).toString();
  }
}
