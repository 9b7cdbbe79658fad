package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documents of this project use what they describe. */
class DocumentsAreCurrentTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Pattern BODY =
      Pattern.compile(
          "(?m)(^(?:<!--|\\.\\.|//|%) quiesce: (?!end).*\n)(?s:.*?)"
              + "(^(?:<!--|\\.\\.|//|%) quiesce: end)(?: [0-9a-f]{8})?");

  @Test
  void noBlockIsStale() throws IOException {
    Cli.Result result =
        Cli.run(
            Stream.concat(Stream.of("embed", "--check", "-q", "../README.md"), documents())
                .toArray(String[]::new));

    assertThat(result.out() + result.err()).isEmpty();
    assertThat(result.code()).isZero();
  }

  @Test
  void theExamplesAreWhatFillsTheirEmptyBlocks(@TempDir Path directory) throws IOException {
    List<String> names = List.of("blocks.md", "blocks.rst", "blocks.adoc", "blocks.tex");
    for (String name : names) {
      String text = Files.readString(DOCS.resolve("examples").resolve(name));
      Files.writeString(directory.resolve(name), BODY.matcher(text).replaceAll("$1$2"));
    }

    Cli.Result result =
        Cli.run(
            Stream.concat(
                    Stream.of("embed", "-q"),
                    names.stream().map(n -> directory.resolve(n).toString()))
                .toArray(String[]::new));

    assertThat(result.code()).as(result.err()).isZero();
    for (String name : names) {
      assertThat(directory.resolve(name))
          .hasSameTextualContentAs(DOCS.resolve("examples").resolve(name));
    }
  }

  private static Stream<String> documents() throws IOException {
    try (Stream<Path> files = Files.walk(DOCS)) {
      return files
          .map(Path::toString)
          .filter(name -> name.matches(".*\\.(?:md|rst|adoc|tex)"))
          .sorted()
          .toList()
          .stream();
    }
  }
}
