package quiesce.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links of the documents lead somewhere, and every page can be found. */
class LinksTest {
  private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```$|``.*?``|`[^`\n]*`");
  private static final Pattern LINK = Pattern.compile("\\]\\(<?([^)<>\\s]+)>?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");
  private static final int MOST_LINES = 250;

  static Stream<Path> documents() {
    return Documents.all().stream();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyRelativeLinkLeadsToAPlace(Path document) {
    for (String link : links(document)) {
      String[] parts = link.split("#", 2);
      Path target = target(document, link);

      assertThat(target).as("%s: %s", Documents.name(document), link).exists();
      if (parts.length > 1 && target.toString().endsWith(".md")) {
        assertThat(anchors(target)).as("%s: %s", Documents.name(document), link).contains(parts[1]);
      }
    }
  }

  @Test
  void everyPageIsReachedFromTheIndex() {
    Set<Path> reached = new LinkedHashSet<>();
    Deque<Path> open = new ArrayDeque<>(List.of(Documents.INDEX));
    while (!open.isEmpty()) {
      Path page = open.pop();
      if (Files.isDirectory(page)) {
        documents().filter(d -> page.equals(d.getParent())).forEach(reached::add);
      } else if (page.toString().endsWith(".md") && reached.add(page)) {
        links(page).forEach(link -> open.push(target(page, link)));
      }
    }

    assertThat(reached).containsAll(documents().toList());
  }

  @Test
  void theIndexNamesEveryPageBesideIt() {
    Set<Path> named =
        links(Documents.INDEX).stream()
            .map(link -> target(Documents.INDEX, link))
            .collect(Collectors.toSet());

    assertThat(documents())
        .filteredOn(d -> d.getParent().equals(Documents.INDEX.getParent()))
        .filteredOn(d -> !d.equals(Documents.INDEX))
        .allMatch(named::contains);
  }

  @Test
  void theReadmeIsShort() {
    assertThat(Documents.text(Documents.ROOT.resolve("README.md")).lines())
        .hasSizeLessThanOrEqualTo(MOST_LINES);
  }

  /** How to test is in one place, and is what is done. */
  @Test
  void theReadmeNamesTheCommandThatContinuousIntegrationRuns() {
    String run =
        Documents.text(Documents.ROOT.resolve(".ci/run"))
            .lines()
            .filter(line -> line.matches("\\s*\\S*mvnw? .*"))
            .collect(Collectors.joining("\n"));

    assertThat(run).isNotEmpty();
    assertThat(Documents.text(Documents.ROOT.resolve("README.md"))).contains("\n    " + run + "\n");
  }

  private static List<String> links(Path document) {
    String prose = CODE.matcher(Documents.text(document)).replaceAll("");
    return LINK.matcher(prose)
        .results()
        .map(m -> m.group(1))
        .filter(link -> !URI.create(link).isAbsolute())
        .toList();
  }

  private static Path target(Path document, String link) {
    String file = link.replaceFirst("#.*", "");
    return file.isEmpty() ? document : document.getParent().resolve(file).normalize();
  }

  /** As GitHub and GitLab make them from headings. */
  private static Set<String> anchors(Path document) {
    String text =
        Pattern.compile("(?ms)^ *```.*?^ *```$").matcher(Documents.text(document)).replaceAll("");
    return HEADING
        .matcher(text)
        .results()
        .map((MatchResult m) -> m.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").strip().replace(' ', '-'))
        .collect(Collectors.toSet());
  }
}
