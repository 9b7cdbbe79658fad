package quiesce.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quiesce.catalogue.InputException;
import quiesce.output.WholeFiles;

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
      throw new InputException(name + ": " + WholeFiles.reason(e), e);
    }
  }

  /** The directory itself, wherever links lead. */
  static Path find(Path directory) {
    try {
      return directory.toRealPath();
    } catch (IOException e) {
      throw new InputException(directory + ": " + WholeFiles.reason(e), e);
    }
  }

  /** What the file holds, if there is one. */
  static Optional<byte[]> read(Path file) {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new InputException(file + " cannot be read: " + WholeFiles.reason(e), e);
    }
  }

  /**
   * Writes what changes. Nothing is replaced before everything has been written beside it.
   *
   * @throws InputException if something cannot be written, or has become another while it was
   *     worked on
   */
  public static void write(List<Renewal> renewals) {
    Map<Path, byte[]> contents = new LinkedHashMap<>();
    for (Renewal renewal : renewals.stream().filter(Renewal::changes).toList()) {
      if (!same(renewal.before(), read(renewal.path()))) {
        throw new InputException(renewal.name() + " was changed in the meantime; run it again");
      }
      contents.put(renewal.path(), renewal.after());
    }
    try {
      WholeFiles.write(contents);
    } catch (IOException e) {
      throw new InputException("cannot write: " + e.getMessage() + ": " + WholeFiles.reason(e), e);
    }
  }

  private static boolean same(Optional<byte[]> one, Optional<byte[]> other) {
    return one.isPresent() == other.isPresent()
        && (one.isEmpty() || Arrays.equals(one.get(), other.get()));
  }
}
