package quiesce.engine.cache;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import quiesce.engine.tlc.Replay;
import quiesce.engine.tlc.TlcListener;
import quiesce.engine.tlc.TlcResult;
import quiesce.store.Key;
import quiesce.store.Sealed;

/** Reads an entry: what TLC said then, judged now. */
final class EntryReader {
  private final Replay replay = new Replay();
  private final List<String> stateSpace = new ArrayList<>();
  private Optional<Integer> exit = Optional.empty();
  private Optional<Duration> elapsed = Optional.empty();

  private EntryReader() {}

  /** The result; nothing if this is not, byte for byte, an entry that was made for the key. */
  static Optional<TlcResult> read(byte[] entry, Key key) {
    return Sealed.content(entry).flatMap(content -> parse(content, key));
  }

  private static Optional<TlcResult> parse(byte[] content, Key key) {
    try (BufferedReader text =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(new ByteArrayInputStream(content)), StandardCharsets.UTF_8))) {
      return EntryWriter.FORM.equals(text.readLine()) && key.hex().equals(text.readLine())
          ? new EntryReader().result(text)
          : Optional.empty();
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private Optional<TlcResult> result(BufferedReader text) throws IOException {
    for (String line = text.readLine(); line != null; line = text.readLine()) {
      if (line.isEmpty() || elapsed.isPresent()) {
        return Optional.empty();
      }
      String said = line.substring(1);
      switch (line.charAt(0)) {
        case EntryWriter.OUTPUT -> replay.line(TlcListener.Stream.OUTPUT, said);
        case EntryWriter.ERRORS -> replay.line(TlcListener.Stream.ERRORS, said);
        case EntryWriter.EXIT -> exit = Optional.of(Integer.valueOf(said));
        case EntryWriter.STATE_SPACE -> stateSpace.add(said);
        case EntryWriter.ELAPSED -> elapsed = Optional.of(Duration.ofNanos(Long.parseLong(said)));
        default -> {
          return Optional.empty();
        }
      }
    }
    if (exit.isEmpty() || elapsed.isEmpty()) {
      return Optional.empty();
    }
    replay.ended(exit.get(), stateSpace);
    return Optional.of(replay.result(elapsed.get()));
  }
}
