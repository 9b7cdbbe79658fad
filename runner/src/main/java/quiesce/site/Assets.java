package quiesce.site;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of a site that are the same in each: styles and scripts. */
final class Assets {
  private static final List<String> OWN =
      List.of("style.css", "matrix.js", "explorer.js", "source.js", "tla.js");
  private static final String HIGHLIGHTER =
      "/META-INF/resources/webjars/highlightjs/11.11.1/highlight.min.js";

  private Assets() {}

  /**
   * @param overrides a directory laid out as {@code templates/} is
   */
  static Map<String, String> read(Optional<Path> overrides) {
    Map<String, String> files = new LinkedHashMap<>();
    try {
      for (String name : OWN) {
        Optional<Path> other =
            overrides.map(dir -> dir.resolve("site").resolve(name)).filter(Files::exists);
        files.put(
            "assets/" + name,
            other.isPresent()
                ? Files.readString(other.get())
                : resource("/templates/site/" + name));
      }
      files.put("assets/highlight.min.js", resource(HIGHLIGHTER));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException("not on the class path: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
