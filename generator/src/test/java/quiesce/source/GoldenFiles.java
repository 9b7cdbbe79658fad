package quiesce.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The strategy files beside their expected outcome; {@code -Dgolden.update=true} renews that. */
final class GoldenFiles {
  private static final Path ROOT = Path.of("src/test/resources/quiesce/source");

  private GoldenFiles() {}

  static List<Path> in(String folder) {
    try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
      return files.filter(f -> f.toString().endsWith(".c")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SourceFile source(Path file) {
    return SourceFile.of(file.getFileName().toString(), read(file));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void assertMatches(Path source, String suffix, String actual) {
    Path golden =
        source.resolveSibling(source.getFileName().toString().replaceFirst("\\.c$", suffix));
    String text = actual.lines().map(line -> line + "\n").reduce("", String::concat);
    if (Boolean.getBoolean("golden.update")) {
      try {
        Files.writeString(golden, text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    assertThat(golden).exists();
    assertThat(text).isEqualTo(read(golden));
  }
}
