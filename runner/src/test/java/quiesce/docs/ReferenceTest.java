package quiesce.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quiesce.catalogue.Titles;
import quiesce.cli.Main;

/** The tables that people look things up in are complete. */
class ReferenceTest {
  private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]+)  +[A-Z]");
  private static final Pattern OPTION = Pattern.compile("(?m)^ +(?:-\\w, )?(--[a-z0-9-]+)");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z][a-z-]*)` \\|");

  static Stream<String> commands() {
    return COMMAND.matcher(help("--help")).results().map(m -> m.group(1));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandAndOptionIsNamed(String command) {
    String page = Documents.text(Documents.ROOT.resolve("docs/commands.md"));

    assertThat(page).contains("| `quiesce " + command);
    assertThat(OPTION.matcher(help("help", command)).results().map(m -> m.group(1)).toList())
        .allSatisfy(option -> assertThat(page).containsPattern("`" + option + "[ `]"));
  }

  @Test
  void thePageOfTheCatalogueListsItGroupByGroup() {
    String page = Documents.text(Documents.ROOT.resolve("docs/catalogue.md"));

    Titles.onClassPath()
        .forEach(
            (group, titles) -> {
              assertThat(page).contains("\n## " + group + "\n");
              String section =
                  page.split("\n## " + Pattern.quote(group) + "\n")[1].split("\n## ")[0];
              assertThat(ROW.matcher(section).results().map(m -> m.group(1)).toList())
                  .as(group)
                  .containsExactlyInAnyOrderElementsOf(titles.keySet());
            });
  }

  @Test
  void theReadmeSaysHowManyStrategiesAreInEachGroup() {
    String page = Documents.text(Documents.ROOT.resolve("README.md"));

    Titles.onClassPath()
        .forEach(
            (group, titles) ->
                assertThat(page)
                    .contains(
                        "| [%s](docs/catalogue.md#%s) | %d |"
                            .formatted(
                                group,
                                group.toLowerCase(Locale.ROOT).replace(' ', '-'),
                                titles.size())));
  }

  private static String help(String... arguments) {
    StringWriter out = new StringWriter();
    Main.run(
        arguments,
        InputStream.nullInputStream(),
        new PrintWriter(out),
        new PrintWriter(new StringWriter()),
        Map.of("LANG", "C.UTF-8", "QUIESCE_CACHE", "off"));
    return out.toString();
  }
}
