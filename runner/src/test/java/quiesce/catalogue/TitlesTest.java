package quiesce.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quiesce.source.Parser;

class TitlesTest {
  @TempDir private Path directory;

  @Test
  void theBuildHasWrittenThoseOfTheCatalogue() {
    Catalogue catalogue = Catalogue.onClassPath();

    assertThat(Titles.onClassPath().keySet()).containsExactlyElementsOf(catalogue.names());
    assertThat(Titles.onClassPath())
        .allSatisfy(
            (name, title) ->
                assertThat(Parser.frontMatter(catalogue.find(name)).first("title"))
                    .contains(title));
  }

  @Test
  void aStrategyThatCannotBeReadHasNone() throws IOException {
    strategy("b", "/** strategy: b\n * title: who watches */\n");
    strategy("a", "/** strategi: a\n * title: a typing mistake */\n");
    strategy("c", "int x;\n");

    TitlesWriter.write(directory);

    assertThat(directory.resolve("specs/titles")).hasContent("a\t\nb\twho watches\nc\t\n");
  }

  @Test
  void whatIsNoLongerThereIsNoLongerListed() throws IOException {
    strategy("a", "int x;\n");
    Path gone = strategy("b", "int x;\n");
    TitlesWriter.write(directory);

    Files.delete(gone);
    TitlesWriter.write(directory);

    assertThat(directory.resolve("specs/titles")).hasContent("a\t\n");
  }

  private Path strategy(String name, String text) throws IOException {
    Path folder = Files.createDirectories(directory.resolve("specs").resolve(name));
    return Files.writeString(folder.resolve("strategy.c"), text);
  }
}
