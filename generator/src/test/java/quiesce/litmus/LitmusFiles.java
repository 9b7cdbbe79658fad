package quiesce.litmus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import quiesce.source.SourceFile;

/** The litmus tests beside their expected outcome; {@code -Dgolden.update=true} renews that. */
final class LitmusFiles {
  private static final Path ROOT = Path.of("src/test/resources/quiesce/litmus");

  private LitmusFiles() {}

  static List<Path> in(String folder) {
    return below(ROOT.resolve(folder));
  }

  static List<Path> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".litmus")).sorted().toList();
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
        source.resolveSibling(source.getFileName().toString().replaceFirst("\\.litmus$", suffix));
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
