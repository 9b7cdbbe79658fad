package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Files that were once answered wrongly, each with its right answer: the rows of {@code
 * cases/verdicts.tsv}.
 */
class CasesTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "cases");

  private record Case(Path file, List<String> options, int exit, List<String> expected) {
    static Case of(String row) {
      String[] columns = row.split("\t");
      return new Case(
          FOLDER.resolve(columns[0]),
          List.of(columns[1].split(" ")),
          Integer.parseInt(columns[2]),
          List.of(columns[3].split(", ")));
    }

    boolean isLitmus() {
      return file.toString().endsWith(".litmus");
    }
  }

  @TestFactory
  Stream<DynamicTest> everyCaseIsAnsweredRightly() throws IOException {
    return Files.readAllLines(FOLDER.resolve("verdicts.tsv")).stream()
        .filter(row -> !row.startsWith("#"))
        .map(Case::of)
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.file().getFileName() + " " + String.join(" ", c.options()),
                    c.file().toUri(),
                    () -> assertThatAnswerIsRight(c)));
  }

  private static void assertThatAnswerIsRight(Case c) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.add(c.isLitmus() ? "litmus" : "check");
    arguments.add(c.file().toString());
    arguments.addAll(c.options());
    arguments.addAll(List.of("--format", "json"));
    Cli.Result result = Cli.run(arguments.toArray(String[]::new));
    assertThat(result.code()).as(result.err()).isEqualTo(c.exit());
    JsonNode results = new ObjectMapper().readTree(result.out()).get("results");
    if (c.isLitmus()) {
      assertThat(results.findValuesAsText("observation")).isEqualTo(c.expected());
      return;
    }
    Map<String, List<String>> verdicts = new TreeMap<>();
    for (JsonNode r : results) {
      verdicts
          .computeIfAbsent(r.get("property").asText(), k -> new ArrayList<>())
          .add(r.has("vacuous") ? "vacuous" : r.get("verdict").asText());
    }
    assertThat(verdicts.values()).allSatisfy(v -> assertThat(v).doesNotContain("unknown"));
    for (String expectation : c.expected()) {
      if (expectation.equals("nothing violated")) {
        assertThat(verdicts.values()).allSatisfy(v -> assertThat(v).doesNotContain("violated"));
      } else {
        String[] words = expectation.split(" ");
        assertThat(verdicts.get(words[0])).as(words[0]).containsOnly(words[1]);
      }
    }
  }

  @Test
  void everyFileHasARow() throws IOException {
    List<String> named =
        Files.readAllLines(FOLDER.resolve("verdicts.tsv")).stream()
            .filter(row -> !row.startsWith("#"))
            .map(row -> row.split("\t")[0])
            .toList();
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(f -> f.getFileName().toString()).filter(f -> !f.endsWith(".tsv")))
          .allSatisfy(f -> assertThat(named).contains(f));
    }
  }
}
