package quiesce.engine.jvm;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import quiesce.engine.tlc.TlcJob;

/**
 * The directories of one run. Two runs that share {@code -metadir} within one second crash, and TLC
 * writes files of fixed names into java.io.tmpdir and deletes them when it ends: nothing of this
 * can be shared.
 */
final class PrivateDirectory {
  static final String PREFIX = "quiesce-tlc-";
  private static final int ATTEMPTS = 10;

  private final Path root;

  PrivateDirectory(Path root) {
    this.root = root;
  }

  static PrivateDirectory in(Path parent) throws IOException {
    PrivateDirectory directory =
        new PrivateDirectory(
            Files.createTempDirectory(parent, Abandoned.prefix()).toAbsolutePath());
    try {
      Files.createDirectory(directory.specification());
      Files.createDirectory(directory.states());
      Files.createDirectory(directory.temporary());
    } catch (IOException e) {
      directory.remove();
      throw e;
    }
    return directory;
  }

  /** Where the module and the configuration are, and the child's working directory. */
  Path specification() {
    return root.resolve("spec");
  }

  /** For {@code -metadir}. */
  Path states() {
    return root.resolve("states");
  }

  /** For {@code -dump}. */
  Path stateSpace() {
    return root.resolve("states.dot");
  }

  /** The state space as TLC wrote it; there may be none if something went wrong. */
  List<String> readStateSpace(TlcJob job) throws IOException {
    return job.stateSpace() && Files.exists(stateSpace())
        ? Files.readAllLines(stateSpace())
        : List.of();
  }

  /** What starts TLC where there is none to share. */
  Path starter() {
    return root.resolve("start.jar");
  }

  /** For {@code java.io.tmpdir}. */
  Path temporary() {
    return root.resolve("tmp");
  }

  /** Removes what a run has left, and nothing that the next one needs. */
  void empty() throws IOException {
    Files.deleteIfExists(stateSpace());
    for (Path directory : List.of(specification(), states())) {
      try (DirectoryStream<Path> left = Files.newDirectoryStream(directory)) {
        for (Path file : left) {
          Files.walkFileTree(file, new Remover());
        }
      }
    }
  }

  /**
   * Removes everything. Does no harm when called twice, by two threads too: the shutdown hook and
   * the thread that waits for the child may both do it.
   */
  void remove() {
    for (int attempt = 0; attempt < ATTEMPTS && Files.exists(root); attempt++) {
      try {
        Files.walkFileTree(root, new Remover());
      } catch (IOException e) {
        // Something appeared or vanished meanwhile. Once more.
      }
    }
  }

  private static final class Remover extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
      if (e != null) {
        throw e;
      }
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
