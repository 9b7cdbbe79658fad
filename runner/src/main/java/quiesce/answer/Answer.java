package quiesce.answer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import quiesce.store.Key;
import quiesce.store.Sealed;

/**
 * What a command came to.
 *
 * @param code its exit code
 * @param out all that it printed
 */
public record Answer(int code, String out) {
  /** First in an entry. It changes with the form. */
  private static final String FORM = "quiesce answer 1";

  /** An entry: a digest of the rest, the form, the key, and the answer. */
  byte[] entry(Key key) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream data = new DataOutputStream(bytes)) {
      data.writeUTF(FORM);
      data.writeUTF(key.hex());
      data.writeInt(code);
      data.write(out.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return Sealed.of(bytes.toByteArray());
  }

  /** The answer; nothing if this is not, byte for byte, an entry that was made for the key. */
  static Optional<Answer> read(byte[] entry, Key key) {
    return Sealed.content(entry).flatMap(content -> parse(content, key));
  }

  private static Optional<Answer> parse(byte[] content, Key key) {
    try (DataInputStream data = new DataInputStream(new ByteArrayInputStream(content))) {
      if (!data.readUTF().equals(FORM) || !data.readUTF().equals(key.hex())) {
        return Optional.empty();
      }
      return Optional.of(
          new Answer(data.readInt(), new String(data.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
