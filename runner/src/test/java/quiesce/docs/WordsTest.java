package quiesce.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Messages, comments and documentation are written in the words of the field. */
class WordsTest {
  private static final Path WORDS =
      Path.of("src", "test", "resources", "quiesce", "docs", "words.tsv");

  private static final List<String> PLACES =
      List.of(
          "README.md",
          "CONTRIBUTING.md",
          "quiesce",
          ".ci/run",
          "bench/run",
          "bench/plain",
          "docs",
          "templates",
          "generator/src/main",
          "runner/src/main",
          "runner/src/launcher",
          "runner/src/distribution",
          "bench/src/main");

  private static final Pattern BINARY = Pattern.compile(".*\\.(?:png|svg|gz|jar)");

  /** The end of a line too, with what begins a line of a comment. */
  private static final String BETWEEN_WORDS = "[\\\\\\s*/#]+";

  /** The reserved words of TLA+. */
  private static final Path RESERVED = Path.of("templates", "tla", "words.txt");

  /**
   * @param wanted what to write instead
   */
  private record Word(Pattern pattern, String wanted) {
    static Word of(String row) {
      String[] columns = row.split("\t");
      String words = columns[0].replace(" ", BETWEEN_WORDS);
      return new Word(Pattern.compile(words, Pattern.CASE_INSENSITIVE), columns[1]);
    }
  }

  @Test
  void noTextHasAWordThatMeansSomethingElseToItsReaders() throws IOException {
    List<Word> words =
        Files.readAllLines(WORDS).stream()
            .filter(row -> !row.startsWith("#"))
            .map(Word::of)
            .toList();

    assertThat(files().flatMap(file -> found(file, words))).isEmpty();
  }

  private static Stream<Path> files() throws IOException {
    Stream.Builder<Path> all = Stream.builder();
    for (String place : PLACES) {
      try (Stream<Path> tree = Files.walk(Documents.ROOT.resolve(place))) {
        tree.filter(Files::isRegularFile)
            .filter(file -> !BINARY.matcher(file.toString()).matches())
            .filter(file -> !file.endsWith(RESERVED))
            .sorted()
            .forEach(all);
      }
    }
    return all.build();
  }

  private static Stream<String> found(Path file, List<Word> words) {
    String prose = Prose.of(file.toString(), Documents.text(file));
    return words.stream()
        .flatMap(
            word ->
                word.pattern()
                    .matcher(prose)
                    .results()
                    .map(
                        m ->
                            "%s:%d: '%s'; write: %s"
                                .formatted(
                                    Documents.name(file),
                                    prose.substring(0, m.start()).lines().count(),
                                    m.group(),
                                    word.wanted())));
  }
}
