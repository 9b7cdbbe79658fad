package quiesce.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import quiesce.source.SourceFile;

/** Reads strategies from files that users name. */
final class StrategyFiles {
  /** No strategy comes near it; something else does. */
  private static final int MOST_BYTES = 1 << 20;

  /** Of what a part alone is read. */
  private static final int MOST_BYTES_OF_ALL = 1 << 24;

  private static final String INPUT = "<stdin>";

  private StrategyFiles() {}

  /**
   * @throws InputException if it is not a text that can be read
   */
  static SourceFile read(String name) {
    return whole(readLarge(name));
  }

  /** The same of a file of which a part is to be cut out. */
  static SourceFile readLarge(String name) {
    try {
      Path path = Path.of(name);
      if (Files.isDirectory(path)) {
        throw directory(name);
      }
      if (Files.exists(path) && Files.size(path) > MOST_BYTES_OF_ALL) {
        throw new InputException(name + " is too large (over 16 MiB)");
      }
      return source(name, Files.readAllBytes(path));
    } catch (NoSuchFileException e) {
      throw new InputException(name + ": no such file", e);
    } catch (AccessDeniedException e) {
      throw new InputException(name + " cannot be read: permission denied", e);
    } catch (InvalidPathException e) {
      throw new InputException("not a file name: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new InputException(name + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** The same from standard input. */
  static SourceFile readLarge(InputStream input) {
    try {
      byte[] bytes = input.readNBytes(MOST_BYTES_OF_ALL + 1);
      if (bytes.length > MOST_BYTES_OF_ALL) {
        throw new InputException(INPUT + " is too large (over 16 MiB)");
      }
      return source(INPUT, bytes);
    } catch (IOException e) {
      throw new InputException(INPUT + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static SourceFile source(String name, byte[] bytes) {
    String text = decode(name, bytes);
    if (text.isBlank()) {
      throw new InputException(
          name + " is empty; 'quiesce show rcu --source' prints a strategy to start from");
    }
    return SourceFile.of(name, text);
  }

  /**
   * A file all of which is to be read.
   *
   * @throws InputException if it is too large for that
   */
  static SourceFile whole(SourceFile file) {
    if (file.lines().stream().mapToLong(line -> line.length() + 1L).sum() > MOST_BYTES) {
      throw new InputException(file.name() + " is too large for a strategy (over 1 MiB)");
    }
    return file;
  }

  static InputException directory(String name) {
    return new InputException(name + " is a directory; name the .c file of a strategy");
  }

  private static String decode(String name, byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
      int line = 1;
      for (int i = 0; i < in.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw new InputException(
          "%s is not a C file: it is not UTF-8 text: line %d, byte %d of the file is 0x%02x"
              .formatted(name, line, in.position(), bytes[in.position()]));
    }
    String text = out.flip().toString();
    if (text.indexOf('\0') < 0) {
      return text;
    }
    throw new InputException(name + " is not a C file: it holds binary data");
  }
}
