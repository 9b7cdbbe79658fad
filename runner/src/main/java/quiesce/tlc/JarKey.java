package quiesce.tlc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/** Names what is made from jars for one JVM. */
final class JarKey {
  private static final int BYTES = 12;
  private static final List<String> JVM =
      List.of("java.home", "java.vm.name", "java.vm.vendor", "java.vm.version", "os.arch");

  private JarKey() {}

  /**
   * From everything that the JVM compares before it uses an archive of classes, and what else it is
   * made from. Like the JVM, this takes a jar of the same name, size and time for the same one: to
   * read all of it takes longer than to start a JVM.
   *
   * @throws IOException if there is no such jar, or it is a directory of classes
   */
  static String of(List<Path> jars, List<byte[]> more) throws IOException {
    MessageDigest digest = sha256();
    for (Path jar : jars) {
      if (!Files.isRegularFile(jar)) {
        throw new IOException("only the classes of a jar can be archived, not " + jar);
      }
      digest.update(bytes(Files.size(jar)));
      digest.update(bytes(Files.getLastModifiedTime(jar).toMillis()));
      digest.update((jar + "\n").getBytes(StandardCharsets.UTF_8));
    }
    for (String property : JVM) {
      digest.update((System.getProperty(property) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    for (byte[] content : more) {
      // Which the processor does: a JVM that has just begun is slow at the other digest.
      CRC32 sum = new CRC32();
      sum.update(content);
      digest.update(bytes(content.length));
      digest.update(bytes(sum.getValue()));
    }
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  private static byte[] bytes(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
