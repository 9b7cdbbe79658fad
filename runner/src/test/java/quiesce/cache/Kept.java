package quiesce.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import quiesce.tlc.TlcJob;
import quiesce.tlc.TlcResult;

/**
 * An entry as the cache made it when TLC had answered.
 *
 * @param file what it is called in the cache's directory
 */
record Kept(TlcJob job, TlcResult result, String file, byte[] bytes) {
  /** Has TLC answer the job, with an empty cache. */
  static Kept of(TlcJob job, Path cache) throws IOException {
    TlcResult result;
    try (ResultCache results = ResultCache.of(ResultDirectory.in(cache), Jobs.jar(), e -> {})) {
      result = results.run(job, recorder -> Jobs.run(job, recorder));
    }
    try (var files = Files.list(directory(cache))) {
      List<Path> entries = files.toList();
      if (entries.size() != 1) {
        throw new AssertionError("not one entry: " + entries);
      }
      Path file = entries.get(0);
      return new Kept(job, result, file.getFileName().toString(), Files.readAllBytes(file));
    }
  }

  /** Where the entries of a cache are. */
  static Path directory(Path cache) {
    return ResultDirectory.in(cache).contents().directory();
  }

  Key key() {
    return new Key(file.replace(".result", ""));
  }
}
