package quiesce.tla;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What no specification may define: the words of TLA+ and of configurations, the standard modules
 * and all that they define.
 */
public final class TlaWords {
  private static final String FILE = "/templates/tla/words.txt";

  /** A test compares the file with TLC. */
  private static final Set<String> ALL = read();

  private TlaWords() {}

  public static Set<String> all() {
    return ALL;
  }

  private static Set<String> read() {
    try (InputStream in = TlaWords.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing; the build puts it there");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }
}
