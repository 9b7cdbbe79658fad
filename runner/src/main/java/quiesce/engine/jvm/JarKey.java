package quiesce.engine.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import quiesce.store.Sha256;

/** Names what is made from jars for one JVM. */
final class JarKey {
  private static final int LENGTH = 24;
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
    Sha256 digest = new Sha256();
    for (Path jar : jars) {
      if (!Files.isRegularFile(jar)) {
        throw new IOException("only the classes of a jar can be archived, not " + jar);
      }
      digest
          .with(Files.size(jar))
          .with(Files.getLastModifiedTime(jar).toMillis())
          .with(jar.toString());
    }
    digest.with(JVM.stream().map(System::getProperty).toList());
    for (byte[] content : more) {
      // Which the processor does: a JVM that has just begun is slow at the other digest.
      CRC32 sum = new CRC32();
      sum.update(content);
      digest.with(content.length).with(sum.getValue());
    }
    return digest.hex().substring(0, LENGTH);
  }
}
