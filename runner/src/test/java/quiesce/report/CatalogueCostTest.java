package quiesce.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import quiesce.emission.Templates;
import quiesce.lowering.Lowering;
import quiesce.source.Parser;
import quiesce.source.SourceFile;
import quiesce.steps.Program;

/** What every strategy of the catalogue costs; {@code -Dgolden.update=true} writes it anew. */
class CatalogueCostTest {
  private static final Path GOLDEN =
      Path.of("src", "test", "resources", "quiesce", "report", "cost.txt");

  @Test
  void isWhatIsWrittenDown() throws IOException {
    Templates templates = new Templates(Optional.empty());
    String text =
        programs(true).stream()
            .map(p -> p.name() + "\n" + CostPage.of(p).render(templates))
            .collect(Collectors.joining("\n"));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(GOLDEN, text);
    }

    assertThat(text).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void isNotChangedByWhatTheCompilerMayDo() throws IOException {
    assertThat(CostTable.of(programs(true))).isEqualTo(CostTable.of(programs(false)));
  }

  @Test
  void hasARowForEachReader() throws IOException {
    CostTable table = CostTable.of(programs(true));

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

  private static List<Program> programs(boolean compiler) throws IOException {
    try (Stream<Path> entries = Files.list(Path.of("..", "specs"))) {
      return entries.sorted().map(d -> program(d.resolve("strategy.c"), compiler)).toList();
    }
  }

  private static Program program(Path file, boolean compiler) {
    try {
      SourceFile source = SourceFile.of(file.toString(), Files.readString(file));
      return Lowering.lower(Parser.parse(source), compiler);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
