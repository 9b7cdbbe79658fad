package quiesce.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What lies outside the subset is refused with the place, the reason and the way out. */
class RefusedFilesTest {
  static List<Path> files() {
    return GoldenFiles.in("refused");
  }

  @ParameterizedTest
  @MethodSource("files")
  void reportsTheErrorsBesideTheFile(Path file) {
    SourceException refusal = refusal(file);
    assertThat(refusal).as("%s is refused", file).isNotNull();
    GoldenFiles.assertMatches(file, ".errors", refusal.getMessage());
  }

  @ParameterizedTest
  @MethodSource("files")
  void saysEachOnOneLineWithAWayOut(Path file) {
    SourceException refusal = refusal(file);
    assertThat(refusal.diagnostics())
        .allSatisfy(
            d -> {
              assertThat(d.message()).isNotBlank().doesNotContain("\n").doesNotEndWith(".");
              assertThat(d.help()).isNotBlank().doesNotContain("\n").doesNotContain("%");
              assertThat(d.message()).doesNotContain("expecting", "viable", "mismatched");
            });
  }

  /** Of a file with a primitive that is missing, what is wrong is in the tree. */
  private static SourceException refusal(Path file) {
    return catchThrowableOfType(
        SourceException.class,
        () -> {
          Unsupported unsupported = Parser.parse(GoldenFiles.source(file)).unsupported();
          if (!unsupported.isNothing()) {
            throw new SourceException(unsupported.found());
          }
        });
  }

  @Test
  void coversManyConstructs() {
    assertThat(files()).hasSizeGreaterThanOrEqualTo(45);
  }
}
