package quiesce.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whether what lies on the disk can only be this user's doing: what is run, or believed, from a
 * directory that another may write to is what that other wants it to be.
 */
public final class Ours {
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private static final Path SELF = Path.of("/proc/self");

  private Ours() {}

  /**
   * Whether it is a directory in which nobody else can make a file. One of this user's that others
   * may write to, as some systems make them, is closed to them now.
   */
  public static boolean directory(Path directory) {
    try {
      Path real = directory.toRealPath();
      if (!Files.isDirectory(real) || !owned(real)) {
        return false;
      }
      Set<PosixFilePermission> open = Files.getPosixFilePermissions(real);
      if (open.removeAll(OTHERS)) {
        Files.setPosixFilePermissions(real, open);
      }
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Whether it is this user's own, whoever may write to it. */
  public static boolean owned(Path path) {
    try {
      return Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(self(path));
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Whether it is a file, no link to one, that nobody else can have written. */
  public static boolean file(Path file) {
    try {
      return owned(file)
          && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && Collections.disjoint(Files.getPosixFilePermissions(file), OTHERS);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /**
   * Makes the directory, where nobody else may look, unless there is one.
   *
   * @throws IOException if it cannot be made
   */
  public static void make(Path directory) throws IOException {
    if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      Path parent = directory.toAbsolutePath().getParent();
      Files.createDirectories(parent);
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  /** Who this process is; user.name is what the environment says. */
  private static UserPrincipal self(Path path) throws IOException {
    return Files.exists(SELF)
        ? Files.getOwner(SELF)
        : path.getFileSystem()
            .getUserPrincipalLookupService()
            .lookupPrincipalByName(System.getProperty("user.name"));
  }
}
