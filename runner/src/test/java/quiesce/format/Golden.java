package quiesce.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares with what was right before; -Dgolden.update=true writes it anew. */
public final class Golden {
  private Golden() {}

  /**
   * @param name of the file, below {@code quiesce} in the resources of tests
   */
  public static void assertGolden(String name, String text) {
    Path golden = Path.of("src", "test", "resources", "quiesce", name);
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.writeString(golden, text);
      }
      assertThat(text).isEqualTo(Files.readString(golden));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
