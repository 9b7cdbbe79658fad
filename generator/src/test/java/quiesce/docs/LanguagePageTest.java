package quiesce.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import quiesce.primitives.PrimitiveTables;
import quiesce.source.KernelUnit;
import quiesce.source.ProfileTables;

/**
 * What docs/language.md has between comments that say what it is is written from the table of
 * primitives, the profile of strategies and the grammar; {@code -Dgolden.update=true} writes it.
 */
class LanguagePageTest {
  private static final Path PAGE = Path.of("..", "docs", "language.md");

  private static final Pattern BLOCK =
      Pattern.compile("(?s)(<!-- generated: (.*?) -->\n\n)(.*?)(\n<!-- end -->\n)");

  /** A number in a sentence. */
  private static final Pattern LIMIT = Pattern.compile("\\[[\\d,]+\\](\\(#limits \"(\\w+)\"\\))");

  private static final Pattern CALL = Pattern.compile("`(\\w+)\\([^`]*\\)`");
  private static final Pattern DEFINITION = Pattern.compile("`(DE(?:FINE|CLARE)_\\w+)\\(");
  private static final Pattern NAME = Pattern.compile("`(\\w+)`");

  private final Map<String, String> contents = contents();
  private final String page = page();

  @BeforeAll
  static void renew() throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, current(page(), contents()));
    }
  }

  @Test
  void everyTableHasItsPlaceAndIsCurrent() {
    assertThat(BLOCK.matcher(page).results().map(block -> block.group(2)))
        .containsExactlyInAnyOrderElementsOf(contents.keySet());
    assertThat(page)
        .as("docs/language.md; renew it with: mvn verify -Dgolden.update=true")
        .isEqualTo(current(page, contents));
  }

  @Test
  void eachPrimitiveHasOneRowAndNoOtherNameHasAny() {
    assertThat(firstCells("primitive", CALL))
        .containsExactlyInAnyOrderElementsOf(PrimitiveTables.names());
  }

  @Test
  void rolesAndKeysAndDefinitionsAreThoseOfTheLanguage() {
    assertThat(firstCells("role", NAME)).containsExactlyInAnyOrderElementsOf(ProfileTables.roles());
    assertThat(firstCells("key", NAME)).containsExactlyInAnyOrderElementsOf(ProfileTables.keys());
    assertThat(firstCells("C", DEFINITION))
        .containsExactlyInAnyOrderElementsOf(ProfileTables.definitions());
  }

  private static Map<String, String> contents() {
    Map<String, String> all = new HashMap<>(PrimitiveTables.all());
    all.putAll(ProfileTables.all());
    all.put(
        "in C",
        KernelUnit.all().stream()
            .map(u -> "```c\n%s\n```\n".formatted(u.file().text()))
            .collect(joining("\n")));
    return all;
  }

  private static String page() {
    try {
      return Files.readString(PAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String current(String page, Map<String, String> contents) {
    String numbered =
        LIMIT
            .matcher(page)
            .replaceAll(n -> "[" + ProfileTables.limit(n.group(2)) + "]" + n.group(1));
    return BLOCK
        .matcher(numbered)
        .replaceAll(
            block ->
                Matcher.quoteReplacement(
                    block.group(1)
                        + contents.getOrDefault(block.group(2), block.group(3))
                        + block.group(4)));
  }

  /** What the tables with this head have in their first columns. */
  private List<String> firstCells(String head, Pattern name) {
    return Pattern.compile("\\| " + head + " \\|.*\n\\|[-| ]*\n((?:\\|.*\n)*)")
        .matcher(page)
        .results()
        .flatMap(table -> table.group(1).lines())
        .map(row -> row.split("\\|")[1])
        .flatMap(cell -> name.matcher(cell).results())
        .map(found -> found.group(1))
        .toList();
  }
}
