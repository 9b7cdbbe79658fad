package quiesce.document;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quiesce.catalogue.InputException;

/** Reads files, and replaces them whole or not at all. */
public final class DocumentFiles {
  private DocumentFiles() {}

  /**
   * The file itself, wherever links lead.
   *
   * @throws InputException if it is not there, or a directory
   */
  static Path find(String name) {
    try {
      Path path = Path.of(name).toRealPath();
      if (Files.isDirectory(path)) {
        throw new InputException(
            name + " is a directory; name the documents, for example " + name + "/*.md");
      }
      return path;
    } catch (InvalidPathException e) {
      throw new InputException("not a file name: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new InputException(name + ": " + reason(e), e);
    }
  }

  /** The directory itself, wherever links lead. */
  static Path find(Path directory) {
    try {
      return directory.toRealPath();
    } catch (IOException e) {
      throw new InputException(directory + ": " + reason(e), e);
    }
  }

  /** What the file holds, if there is one. */
  static Optional<byte[]> read(Path file) {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new InputException(file + " cannot be read: " + reason(e), e);
    }
  }

  /**
   * Writes what changes. Nothing is replaced before everything has been written beside it.
   *
   * @throws InputException if something cannot be written, or has become another while it was
   *     worked on
   */
  public static void write(List<Renewal> renewals) {
    Map<Path, Path> written = new LinkedHashMap<>();
    try {
      for (Renewal renewal : renewals.stream().filter(Renewal::changes).toList()) {
        written.put(prepare(renewal), renewal.path());
      }
      for (Map.Entry<Path, Path> file : written.entrySet()) {
        Files.move(
            file.getKey(),
            file.getValue(),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new InputException("cannot write: " + e.getMessage() + ": " + reason(e), e);
    } finally {
      written.keySet().forEach(DocumentFiles::remove);
    }
  }

  private static Path prepare(Renewal renewal) throws IOException {
    Path target = renewal.path();
    if (!same(renewal.before(), read(target))) {
      throw new InputException(
          renewal.name() + " was changed by somebody else meanwhile; run it again");
    }
    Files.createDirectories(target.getParent());
    Path unfinished = Files.createTempFile(target.getParent(), ".quiesce-", ".tmp");
    try {
      Files.write(unfinished, renewal.after());
      permissions(renewal, unfinished);
      return unfinished;
    } catch (IOException e) {
      remove(unfinished);
      throw e;
    }
  }

  /** Those of the file that is replaced; a new one's are those that any new file gets. */
  private static void permissions(Renewal renewal, Path unfinished) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(unfinished, PosixFileAttributeView.class);
    if (view != null && renewal.before().isPresent()) {
      view.setPermissions(Files.getPosixFilePermissions(renewal.path()));
    } else if (view != null) {
      // A temporary file is its owner's alone.
      Files.delete(unfinished);
      Files.write(unfinished, renewal.after());
    }
  }

  private static boolean same(Optional<byte[]> one, Optional<byte[]> other) {
    return one.isPresent() == other.isPresent()
        && (one.isEmpty() || Arrays.equals(one.get(), other.get()));
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // A temporary file stays; what is told is why it came to that.
    }
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file";
    } else if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return e instanceof FileSystemException f && f.getReason() != null
        ? f.getReason()
        : e.toString();
  }
}
