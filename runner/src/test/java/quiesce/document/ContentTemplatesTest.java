package quiesce.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContentTemplatesTest {
  @ParameterizedTest
  @EnumSource(Format.class)
  void everyKindOfContentHasOneTemplateInEachFormatAndNoneIsLeftOver(Format format)
      throws IOException {
    Path folder = Path.of("..", "templates").resolve(format.folder());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(Content.class.getPermittedSubclasses())
                  .map(c -> c.getSimpleName().toLowerCase(Locale.ROOT) + ".ftl")
                  .toList());
    }
  }
}
