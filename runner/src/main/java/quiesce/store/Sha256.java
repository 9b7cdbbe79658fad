package quiesce.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Digests, of bytes and of texts. */
public final class Sha256 {
  static final int BYTES = 32;

  private final MessageDigest digest = digest();

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(digest(bytes));
  }

  public static String ofAll(List<byte[]> files) {
    return new Sha256().with(files.stream().map(Sha256::of).toList()).hex();
  }

  static byte[] digest(byte[] bytes) {
    return digest().digest(bytes);
  }

  /** Takes a text so that where it ends matters. */
  public Sha256 with(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    with(bytes.length);
    digest.update(bytes);
    return this;
  }

  public Sha256 with(long number) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    return this;
  }

  public Sha256 with(List<String> texts) {
    with(texts.size());
    texts.forEach(this::with);
    return this;
  }

  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
