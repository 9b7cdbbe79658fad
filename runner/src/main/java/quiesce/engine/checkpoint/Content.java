package quiesce.engine.checkpoint;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * A file of a checkpoint, as it was. It reveals damage; it keeps nobody out.
 *
 * @param length of what belongs to the checkpoint; TLC may have gone on writing after that
 */
record Content(String name, long length, long checksum) {
  private static final int BUFFER = 1 << 16;

  /** The content of a file as far as that length. */
  static Content of(Path file, long length) throws IOException {
    return copy(file, length, OutputStream.nullOutputStream());
  }

  static long checksum(byte[] bytes) {
    Checksum sum = new CRC32C();
    sum.update(bytes, 0, bytes.length);
    return sum.getValue();
  }

  /**
   * Copies it.
   *
   * @return whether it is as it was
   */
  boolean copy(Path from, Path to) throws IOException {
    try (OutputStream out = Files.newOutputStream(to.resolve(name))) {
      return copy(from.resolve(name), length, out).equals(this);
    } catch (EOFException e) {
      return false;
    }
  }

  private static Content copy(Path file, long length, OutputStream out) throws IOException {
    CRC32C sum = new CRC32C();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (long left = length; left > 0; ) {
        int read = in.read(buffer, 0, (int) Math.min(BUFFER, left));
        if (read < 0) {
          throw new EOFException(file + " is too short");
        }
        left -= read;
        sum.update(buffer, 0, read);
        out.write(buffer, 0, read);
      }
    }
    return new Content(file.getFileName().toString(), length, sum.getValue());
  }
}
