package quiesce.engine.cache;

import java.io.IOException;
import java.util.function.Consumer;
import quiesce.store.ResultDirectory;

/**
 * Where results are kept.
 *
 * @param told hears at the end, once, why some could not be kept
 */
public record CachePolicy(ResultDirectory directory, Consumer<IOException> told) {
  /** Nobody hears why. */
  public static CachePolicy in(ResultDirectory directory) {
    return new CachePolicy(directory, e -> {});
  }
}
