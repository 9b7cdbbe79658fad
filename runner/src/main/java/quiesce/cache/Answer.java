package quiesce.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

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
    bytes.writeBytes(new byte[Sha256.BYTES]);
    try (DataOutputStream data = new DataOutputStream(bytes)) {
      data.writeUTF(FORM);
      data.writeUTF(key.hex());
      data.writeInt(code);
      data.write(out.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    byte[] entry = bytes.toByteArray();
    System.arraycopy(Sha256.of(entry, Sha256.BYTES), 0, entry, 0, Sha256.BYTES);
    return entry;
  }

  /** The answer; nothing if this is not, byte for byte, an entry that was made for the key. */
  static Optional<Answer> read(byte[] entry, Key key) {
    if (entry.length <= Sha256.BYTES
        || !MessageDigest.isEqual(
            Arrays.copyOf(entry, Sha256.BYTES), Sha256.of(entry, Sha256.BYTES))) {
      return Optional.empty();
    }
    try (DataInputStream data =
        new DataInputStream(
            new ByteArrayInputStream(entry, Sha256.BYTES, entry.length - Sha256.BYTES))) {
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
