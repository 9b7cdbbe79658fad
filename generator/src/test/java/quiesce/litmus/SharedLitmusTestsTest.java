package quiesce.litmus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import quiesce.source.SourceFile;

/**
 * Reads litmus tests that are not part of the project, such as those of the kernel's
 * tools/memory-model, where they lie in a folder beside it.
 */
class SharedLitmusTestsTest {
  private static final Path FOLDER = Path.of("../../shared/litmus");

  @Test
  void areAllRead() {
    assumeTrue(Files.isDirectory(FOLDER), "there are none");
    List<Path> files = LitmusFiles.below(FOLDER);
    assertThat(files).isNotEmpty();
    assertThat(files)
        .allSatisfy(
            f -> {
              SourceFile source = LitmusFiles.source(f);
              assertThatCode(() -> LitmusReader.read(source))
                  .as("%s", f)
                  .doesNotThrowAnyException();
            });
  }
}
