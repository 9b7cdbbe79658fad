package quiesce.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a directory has room for files. */
public final class Room {
  /** What a full disk has no room for; where it has, the rest can run out of it in good order. */
  private static final int BYTES = 64 << 10;

  private Room() {}

  /**
   * Makes the directory, for this user alone, if there is none, and writes to it.
   *
   * @throws IOException if it cannot be made, or nothing can be written; {@link WholeFiles#reason}
   *     says why
   */
  public static void in(Path directory) throws IOException {
    Ours.make(directory);
    Path file = Files.createTempFile(directory, ".quiesce-", ".tmp");
    try {
      Files.write(file, new byte[BYTES]);
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
