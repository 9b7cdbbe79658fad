package quiesce.engine.cache;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import quiesce.engine.tlc.TlcListener;
import quiesce.store.Key;
import quiesce.store.Sealed;

/**
 * Makes an entry of what is said in a run: a digest of the rest, then, compressed, a line for each
 * line that was said, with what it is in front. The end is marked, so that half of an entry is
 * none.
 */
final class EntryWriter implements TlcListener {
  /** First line of an entry. It changes with the form, and the name of the directory with it. */
  static final String FORM = "quiesce result 1";

  static final char OUTPUT = 'o';
  static final char ERRORS = 'e';
  static final char EXIT = 'x';
  static final char STATE_SPACE = 's';
  static final char ELAPSED = 't';

  private final int most;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Writer text;
  private boolean ended;
  private boolean spoilt;

  /**
   * @param most how many bytes an entry may have; a larger one is not made
   */
  EntryWriter(Key key, int most) {
    this.most = most;
    try {
      text =
          new BufferedWriter(
              new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8));
      text.write(FORM + "\n" + key.hex() + "\n");
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  @Override
  public synchronized void line(Stream stream, String line) {
    // What comes after the end is not in the result.
    spoilt |= ended;
    write(stream == Stream.OUTPUT ? OUTPUT : ERRORS, line);
  }

  @Override
  public synchronized void ended(int exit, List<String> stateSpace) {
    spoilt |= ended;
    write(EXIT, Integer.toString(exit));
    stateSpace.forEach(line -> write(STATE_SPACE, line));
    ended = true;
  }

  /**
   * The entry; none if the run did not end by itself, or said too much. May be asked for once.
   *
   * @param elapsed how long the run took
   */
  synchronized Optional<byte[]> entry(Duration elapsed) {
    write(ELAPSED, Long.toString(elapsed.toNanos()));
    try {
      text.close();
    } catch (IOException e) {
      throw inMemory(e);
    }
    if (spoilt || !ended || bytes.size() > most) {
      return Optional.empty();
    }
    spoilt = true;
    return Optional.of(Sealed.of(bytes.toByteArray()));
  }

  private void write(char kind, String line) {
    spoilt |= bytes.size() > most;
    if (spoilt) {
      return;
    }
    try {
      text.write(kind);
      text.write(line);
      text.write('\n');
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  private static UncheckedIOException inMemory(IOException e) {
    return new UncheckedIOException("writing to memory", e);
  }
}
