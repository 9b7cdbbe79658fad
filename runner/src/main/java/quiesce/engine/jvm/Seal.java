package quiesce.engine.jvm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.TreeMap;
import quiesce.output.Ours;
import quiesce.output.WholeFiles;

/**
 * Distinguishes a file that quiesce made here from one that was put in its place. An archive of
 * classes is run, and a digest of one takes longer than it saves. So beside it is noted who the
 * file is to the file system and when it was changed last. No program can set that time, so a file
 * that was changed, replaced, copied or restored from a backup is another one, whatever its
 * content.
 */
final class Seal {
  private static final String SUFFIX = ".seal";

  /** The last is the time at which any of these, or the content, was changed. */
  private static final String ATTRIBUTES = "unix:ino,size,lastModifiedTime,ctime";

  private Seal() {}

  /** Whether only this user can have written the file, and has not since it was sealed. */
  static boolean holds(Path file) {
    Path seal = beside(file);
    try {
      return Ours.file(file) && Ours.file(seal) && Files.readString(seal).equals(state(file));
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Seals a file that is in its place. Where the system has no such times there is no seal. */
  static void put(Path file) throws IOException {
    try {
      WholeFiles.writePrivate(beside(file), state(file).getBytes(StandardCharsets.UTF_8));
    } catch (UnsupportedOperationException e) {
      Files.deleteIfExists(beside(file));
    }
  }

  private static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + SUFFIX);
  }

  private static String state(Path file) throws IOException {
    return new TreeMap<>(Files.readAttributes(file, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS))
        .toString();
  }
}
