package quiesce.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import quiesce.cost.StrategyCost;
import quiesce.lowering.Lowering;
import quiesce.source.Parser;
import quiesce.source.SourceFile;
import quiesce.steps.Program;
import quiesce.template.Templates;

/** What every strategy of the catalogue costs; {@code -Dgolden.update=true} writes it anew. */
class CatalogueCostTest {
  private static final Path CATALOGUE = Path.of("..", "specs");
  private static final Path GOLDEN =
      Path.of("src", "test", "resources", "quiesce", "report", "cost.txt");

  @Test
  void isWhatIsWrittenDown() throws IOException {
    Templates templates = new Templates(Optional.empty());
    String text =
        programs().stream()
            .map(p -> p.name() + "\n" + CostPage.of(p, 100).render(templates))
            .collect(Collectors.joining("\n"));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(GOLDEN, text);
    }

    assertThat(text).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void isNotChangedByWhatTheCompilerMayDo() throws IOException {
    Path rules = Path.of("src", "test", "resources", "machine");

    for (Path file : Stream.concat(files(CATALOGUE).stream(), files(rules).stream()).toList()) {
      assertThat(StrategyCost.of(program(file, true)))
          .as(file.toString())
          .isEqualTo(StrategyCost.of(program(file, false)));
    }
  }

  @Test
  void hasARowForEachReader() throws IOException {
    CostTable table = CostTable.of(programs());

    assertThat(table.rows())
        .allMatch(row -> row.size() == table.head().size())
        .contains(
            List.of(
                "rcu",
                "sample() [NMI]",
                "1 load, 1 branch",
                "2-3 loads (1-2 dependent), 2 branches, 1-2 indirect calls",
                "1 store, 1 grace period"))
        .filteredOn(row -> row.get(0).equals("per-cpu-owner"))
        .extracting(row -> row.get(1))
        .containsExactly("vcpu_run() [task]", "sample() [NMI]");
  }

  @Test
  void aNoteTellsWhereStaticCallsCostSomethingElse() {
    assertThat(CostTable.of(List.of(catalogue("static-call"))).notes()).hasSize(2);
    assertThat(CostTable.of(List.of(catalogue("rcu"))).notes()).hasSize(1);
  }

  @Test
  void whoNeverUnregistersPaysNothingForIt() {
    assertThat(CostTable.of(List.of(catalogue("built-in"))).rows().get(0)).endsWith("never");
  }

  @Test
  void aNameThatTurnsTheTextRoundIsShownAsItIs() {
    String text = read(CATALOGUE.resolve("rcu").resolve("strategy.c"));
    String hostile = text.replace("strategy: rcu", "strategy: \u202eucr");

    assertThat(CostTable.of(List.of(program("rcu.c", hostile, true))).rows().get(0).get(0))
        .isEqualTo("\\u202eucr");
  }

  @Test
  void noLineIsWiderThanAHundredColumns() throws IOException {
    assertThat(Files.readString(GOLDEN).lines()).allMatch(line -> line.length() <= 100);
  }

  private static Program catalogue(String name) {
    return program(CATALOGUE.resolve(name).resolve("strategy.c"), true);
  }

  private static List<Program> programs() throws IOException {
    return files(CATALOGUE).stream().map(f -> program(f, true)).toList();
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(f -> f.toString().endsWith(".c"))
          .sorted(Comparator.comparing(Path::getParent).thenComparing(f -> f))
          .toList();
    }
  }

  private static Program program(Path file, boolean compiler) {
    return program(file.toString(), read(file), compiler);
  }

  private static Program program(String name, String text, boolean compiler) {
    return Lowering.lower(Parser.parse(SourceFile.of(name, text)), compiler);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
