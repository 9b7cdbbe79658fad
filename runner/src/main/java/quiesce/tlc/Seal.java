package quiesce.tlc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;
import quiesce.output.Ours;

/**
 * What a file in the cache directory was when it was made: its length and its CRC-32, in a file
 * beside it. It shows that the file was damaged, or that another one was put in its place. It is no
 * signature: who may write the one may write the other, and so both have to be this user's own. A
 * cryptographic digest would not change that, and takes a hundred times as long in a JVM that has
 * just started.
 */
final class Seal {
  private static final String SUFFIX = ".crc";

  private Seal() {}

  /** Whether the file is this user's alone, and as it was made. */
  static boolean holds(Path file) {
    try {
      return Ours.file(file)
          && Ours.file(of(file))
          && Files.readString(of(file)).equals(content(file));
    } catch (IOException e) {
      return false;
    }
  }

  /** Seals a file and moves it to its place. */
  static void place(Path unfinished, Path file) throws IOException {
    Path seal = Files.createTempFile(file.getParent(), kind(file), ".tmp");
    try {
      Files.writeString(seal, content(unfinished));
      // Who comes in between finds that they do not fit, and makes the file once more.
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      Files.move(seal, of(file), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(seal);
    }
  }

  /** How the names of files begin that take each other's place. */
  static String kind(Path file) {
    return file.getFileName().toString().replaceFirst("-.*", "-");
  }

  static Path of(Path file) {
    return file.resolveSibling(file.getFileName() + SUFFIX);
  }

  private static String content(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      CRC32 sum = new CRC32();
      sum.update(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
      return "%d %08x%n".formatted(channel.size(), sum.getValue());
    }
  }
}
