package quiesce.engine.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;
import quiesce.engine.jvm.TlcJar;
import quiesce.store.Sha256;

/**
 * What a jar holds, as of when it was read.
 *
 * @param digest of all its bytes
 * @param fileKey what the file system knows the file by, if it does
 */
public record JarContent(
    Path path, String digest, long size, FileTime modified, Optional<Object> fileKey) {
  /** Nothing for what is no file: classes in a directory change one by one. */
  public static Optional<JarContent> of(TlcJar jar) {
    try {
      // The attributes first: if the file is replaced meanwhile, they are not those of what is
      // read.
      BasicFileAttributes attributes = attributes(jar.path());
      if (!attributes.isRegularFile()) {
        return Optional.empty();
      }
      return Optional.of(
          new JarContent(
              jar.path(),
              Sha256.of(Files.readAllBytes(jar.path())),
              attributes.size(),
              attributes.lastModifiedTime(),
              Optional.ofNullable(attributes.fileKey())));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether the file is still the one that was read. */
  public boolean unchanged() {
    try {
      BasicFileAttributes now = attributes(path);
      return now.size() == size
          && now.lastModifiedTime().equals(modified)
          && Objects.equals(Optional.ofNullable(now.fileKey()), fileKey);
    } catch (IOException e) {
      return false;
    }
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class);
  }
}
