package quiesce.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text that is kept beside the tests; {@code -Dgolden.update=true} writes it anew. */
public final class Golden {
  private Golden() {}

  /**
   * Compares.
   *
   * @param file below {@code src/test/resources}
   */
  public static void check(String file, String actual) {
    Path path = Path.of("src", "test", "resources").resolve(file);
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(path.getParent());
        Files.writeString(path, actual);
      }
      assertThat(actual)
          .as(file + "; renew it with: mvn verify -Dgolden.update=true")
          .isEqualTo(Files.exists(path) ? Files.readString(path) : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
