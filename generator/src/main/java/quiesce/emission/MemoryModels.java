package quiesce.emission;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The memory models that there are templates for. */
public final class MemoryModels {
  private static final String FILE = "/templates/tla/memory/models.txt";

  private MemoryModels() {}

  /** Their names, the strongest first. */
  public static List<String> names() {
    try (InputStream in = MemoryModels.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing; the build puts it there");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }
}
