package quiesce.store;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/** Contents with their digest in front, which reveals what was cut off or damaged. */
public final class Sealed {
  private Sealed() {}

  /** The content with its digest. */
  public static byte[] of(byte[] content) {
    byte[] digest = Sha256.digest(content);
    byte[] sealed = Arrays.copyOf(digest, digest.length + content.length);
    System.arraycopy(content, 0, sealed, digest.length, content.length);
    return sealed;
  }

  /** The content; nothing if it is not, byte for byte, what was sealed. */
  public static Optional<byte[]> content(byte[] sealed) {
    if (sealed.length <= Sha256.BYTES) {
      return Optional.empty();
    }
    byte[] content = Arrays.copyOfRange(sealed, Sha256.BYTES, sealed.length);
    return MessageDigest.isEqual(Arrays.copyOf(sealed, Sha256.BYTES), Sha256.digest(content))
        ? Optional.of(content)
        : Optional.empty();
  }
}
