package quiesce.lowering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quiesce.source.Parser;
import quiesce.source.SourceException;
import quiesce.source.SourceFile;
import quiesce.source.Strategy;

/**
 * What parses but is not understood is refused, never skipped. {@code -Dgolden.update=true} renews
 * the errors beside the files.
 */
class RefusedByLoweringTest {
  private static final Path ROOT = Path.of("src/test/resources/quiesce/lowering/refused");

  static List<Path> files() {
    try (Stream<Path> files = Files.list(ROOT)) {
      return files.filter(f -> f.toString().endsWith(".c")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void reportsTheErrorsBesideTheFile(Path file) throws IOException {
    String actual =
        refusal(file).getMessage().lines().map(l -> l + "\n").reduce("", String::concat);
    Path golden = file.resolveSibling(file.getFileName().toString().replaceFirst("c$", "errors"));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, actual);
    }
    assertThat(golden).exists();
    assertThat(actual).isEqualTo(Files.readString(golden));
  }

  @ParameterizedTest
  @MethodSource("files")
  void saysWhereAndWhatToDo(Path file) {
    assertThat(refusal(file).diagnostics())
        .allSatisfy(
            d -> {
              assertThat(d.message()).isNotBlank().doesNotContain("\n").doesNotEndWith(".");
              assertThat(d.help()).isNotBlank().doesNotContain("\n");
              assertThat(d.place().line()).isPositive();
              assertThat(d.place().column()).isPositive();
            });
  }

  @ParameterizedTest
  @MethodSource("files")
  void repeatsNoError(Path file) {
    assertThat(refusal(file).diagnostics()).doesNotHaveDuplicates();
  }

  @Test
  void coversManyMistakes() {
    assertThat(files()).hasSizeGreaterThanOrEqualTo(70);
  }

  private static SourceException refusal(Path file) {
    Strategy parsed;
    try {
      parsed = Parser.parse(SourceFile.of(file.getFileName().toString(), Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SourceException refusal =
        catchThrowableOfType(SourceException.class, () -> Lowering.lower(parsed, true));
    assertThat(refusal).as("%s is refused", file).isNotNull();
    return refusal;
  }
}
