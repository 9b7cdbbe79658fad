package quiesce.answer;

import java.io.IOException;
import java.util.Optional;
import quiesce.engine.cache.ResultCache;
import quiesce.store.Key;
import quiesce.store.ResultDirectory;

/**
 * What commands came to that were given before, so that an unchanged check needs neither TLC nor a
 * specification. The entries are among those of {@link ResultCache}, and kept as these are.
 */
public record AnswerCache(ResultDirectory directory) {
  /** Larger than what people read. */
  private static final int MOST_BYTES = 16_000_000;

  /** What the command came to that has this key. */
  public Optional<Answer> find(Key key) {
    Optional<Answer> known =
        directory.find(key, MOST_BYTES).flatMap(entry -> Answer.read(entry, key));
    known.ifPresent(answer -> directory.used(key));
    return known;
  }

  /** Keeps it, if it is not too large. */
  public void keep(Key key, Answer answer) {
    byte[] entry = answer.entry(key);
    if (entry.length > MOST_BYTES) {
      return;
    }
    try {
      directory.store(key, entry);
      directory.trim();
    } catch (IOException e) {
      // The next one takes longer. That there is no room was said when a result was to be kept.
    }
  }
}
