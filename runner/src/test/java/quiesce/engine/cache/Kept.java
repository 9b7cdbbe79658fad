package quiesce.engine.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;
import quiesce.engine.tlc.TlcResult;
import quiesce.store.Key;
import quiesce.store.ResultDirectory;

/**
 * An entry as the cache made it when TLC had answered.
 *
 * @param file what it is called in the cache's directory
 */
record Kept(TlcJob job, TlcResult result, String file, byte[] bytes) {
  /** Has TLC answer the job, with an empty cache. */
  static Kept of(TlcJob job, Path cache) throws IOException {
    TlcResult result;
    try (ResultCache results =
        new ResultCache(Jobs::run, CachePolicy.in(ResultDirectory.in(cache)), Jobs.jar())) {
      result = results.run(job, TlcListener.NONE);
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
