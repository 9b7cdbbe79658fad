package quiesce.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Says whether the body of a block is still what was written there. */
final class Checksum {
  private static final int BYTES = 4;

  private Checksum() {}

  /**
   * The same whatever ends the lines, since version control may change that, and whatever they are
   * indented by.
   *
   * @param body lines without indentation and ends
   */
  static String of(List<String> body) {
    try {
      byte[] text = (String.join("\n", body) + "\n").getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
