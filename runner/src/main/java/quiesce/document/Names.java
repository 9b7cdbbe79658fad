package quiesce.document;

import java.nio.file.Path;

/** How files are named in messages. */
final class Names {
  private Names() {}

  /** As short as it can be said from where quiesce is run. */
  static String of(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return (path.startsWith(here) ? here.relativize(path) : path).toString();
  }
}
