package quiesce.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quiesce.source.FrontMatter;
import quiesce.source.Parser;
import quiesce.source.SourceFile;

class TitlesTest {
  @TempDir private Path directory;

  /** What a strategy has that says no group: those that the catalogue began with. */
  private static final String OF_THE_FIRST = "guest";

  @Test
  void theBuildHasWrittenThoseOfTheCatalogue() {
    Catalogue catalogue = Catalogue.onClassPath();
    Map<String, Map<String, String>> groups = Titles.onClassPath();

    assertThat(groups.values().stream().flatMap(g -> g.keySet().stream()))
        .containsExactlyInAnyOrderElementsOf(catalogue.names());
    assertThat(List.copyOf(groups.keySet()))
        .startsWith(Groups.FIRST)
        .isSortedAccordingTo(Groups.ORDER);
    groups.forEach(
        (group, titles) -> {
          assertThat(List.copyOf(titles.keySet())).isSorted();
          titles.forEach(
              (name, title) -> {
                SourceFile file = catalogue.find(name);
                FrontMatter said = Parser.frontMatter(file);
                assertThat(said.first("title")).contains(title);
                assertThat(Groups.of(file, said)).contains(group);
              });
        });
  }

  @Test
  void aStrategyThatForgetsItsGroupIsNoneOfTheFirst() {
    Catalogue catalogue = Catalogue.onClassPath();

    assertThat(Titles.onClassPath().get(Groups.FIRST).keySet())
        .allSatisfy(
            name ->
                assertThat(catalogue.find(name).text())
                    .as("%s: write a line 'group:'", name)
                    .contains(OF_THE_FIRST));
  }

  @Test
  void aFileOfAUserIsInNoGroupUnlessItSaysSo() {
    SourceFile own = SourceFile.of("./mine.c", "/** title: mine */\n");
    SourceFile grouped = SourceFile.of("./mine.c", "/** group: hooks of mine */\n");

    assertThat(Groups.of(own, Parser.frontMatter(own))).isEmpty();
    assertThat(Groups.of(grouped, Parser.frontMatter(grouped))).contains("hooks of mine");
  }

  @Test
  void aStrategyThatCannotBeReadHasNone() throws IOException {
    strategy("b", "/** strategy: b\n * title: who watches\n * group: a group */\n");
    strategy("a", "/** strategi: a\n * title: a typing mistake */\n");
    strategy("c", "int x;\n");

    TitlesWriter.write(directory);

    assertThat(directory.resolve("specs/titles"))
        .hasContent(
            "perf guest callbacks\ta\t\nperf guest callbacks\tc\t\na group\tb\twho watches\n");
  }

  @Test
  void whatIsNoLongerThereIsNoLongerListed() throws IOException {
    strategy("a", "int x;\n");
    Path gone = strategy("b", "int x;\n");
    TitlesWriter.write(directory);

    Files.delete(gone);
    TitlesWriter.write(directory);

    assertThat(directory.resolve("specs/titles")).hasContent("perf guest callbacks\ta\t\n");
  }

  private Path strategy(String name, String text) throws IOException {
    Path folder = Files.createDirectories(directory.resolve("specs").resolve(name));
    return Files.writeString(folder.resolve("strategy.c"), text);
  }
}
