package quiesce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quiesce.lkmm.Export;
import quiesce.lowering.Lowering;
import quiesce.property.Property;
import quiesce.source.FrontMatter;
import quiesce.source.Parser;
import quiesce.source.SourceException;
import quiesce.source.SourceFile;
import quiesce.source.Strategy;

/** What is found of the tests is what the strategies that they were made from declare. */
class LitmusExportTest {
  private static final Path CATALOGUE = Path.of("../specs");
  private static final String VIOLATES = "violates";
  private static final Path RULES = Path.of("src/test/resources/machine");

  /** Each property that has tests is violated by one of these, and satisfied by another. */
  private static final List<String> SOME =
      List.of(
          "global-plain", "rcu-wait-first", "two-providers", "posted-intr", "srcu-hook-rcu", "rcu");

  /** What is violated there takes two registrations of one provider. */
  private static final Set<String> MORE_REGISTRATIONS =
      Set.of(
          "rx-handler-NoDereferenceAfterTeardown",
          "rx-handler-ReadersObserveNullAfterGracePeriod",
          "rx-handler-PriorReadersComplete");

  /** All runs violate these, and not only some. */
  private static final Set<String> IN_ALL_RUNS =
      Set.of("complete-of-its-own-NoWarning", "several-returns-wrong-NoWarning");

  @TempDir private Path directory;

  private final Set<Property> violated = EnumSet.noneOf(Property.class);
  private final Set<Property> held = EnumSet.noneOf(Property.class);

  @Test
  void someOfTheCatalogueIsAsDeclared() throws IOException {
    assertAreAsDeclared(
        SOME.stream().map(name -> CATALOGUE.resolve(name).resolve("strategy.c")).toList());

    assertThat(violated).isEqualTo(held).hasSize(6);
  }

  @Tag("slow")
  @Test
  void theCatalogueIsAsDeclared() throws IOException {
    assertAreAsDeclared(under(CATALOGUE));
  }

  @Tag("slow")
  @Test
  void theRulesOfTheMachineAreAsDeclared() throws IOException {
    assertAreAsDeclared(under(RULES));
  }

  private static List<Path> under(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(f -> f.toString().endsWith(".c")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertAreAsDeclared(List<Path> files) throws IOException {
    List<String> table = new ArrayList<>();
    for (Path file : files) {
      write(file, table);
    }
    Path expected = Files.write(directory.resolve(LitmusExport.TABLE), table);

    Cli.Result result =
        Cli.run("litmus", directory.toString(), "--expect", expected.toString(), "--no-cache");

    assertThat(result.out().lines().filter(l -> l.contains(", expected "))).isEmpty();
    assertThat(result.out())
        .contains("%d as expected, 0 not, 0 open".formatted(table.size()))
        .doesNotContain("Flag data-race");
    assertThat(result.code()).isZero();
  }

  private void write(Path file, List<String> table) throws IOException {
    Strategy strategy;
    Export export;
    try {
      strategy = Parser.parse(SourceFile.of(file.toString(), Files.readString(file)));
      export = new Export(Lowering.lower(strategy, true), Optional.empty());
    } catch (SourceException e) {
      return;
    }
    Map<String, String> declared = declared(strategy);
    for (Map.Entry<Property, Export.Answer> e : export.answers().entrySet()) {
      Optional<String> expectation = Optional.ofNullable(declared.get(e.getKey().title()));
      String name = export.name(e.getKey());
      if (!(e.getValue() instanceof Export.Test test)
          || expectation.isEmpty()
          || MORE_REGISTRATIONS.contains(name)) {
        continue;
      }
      boolean fails = expectation.get().equals(VIOLATES);
      (fails ? violated : held).add(e.getKey());
      Files.writeString(directory.resolve(name + ".litmus"), export.text(test, fails));
      table.add(name + "\t" + (IN_ALL_RUNS.contains(name) ? "Always" : Export.result(fails)));
    }
  }

  /**
   * What is declared of each property under {@code weak}: what is said of that model, or else of
   * all. A rule that says nothing of it was not checked under it, but what violates a property
   * under a stronger model does so there, too.
   */
  private static Map<String, String> declared(Strategy strategy) {
    Map<String, String> all = new HashMap<>();
    List<FrontMatter.Entry> weak = strategy.frontMatter().all("expect " + LitmusExport.MODEL);
    Stream.concat(strategy.frontMatter().all("expect").stream(), weak.stream())
        .map(entry -> entry.value().split(" ", 2))
        .forEach(
            words ->
                Stream.of(words[1].split(", *"))
                    .forEach(title -> all.put(title.strip(), words[0])));
    boolean isOfCatalogue = Path.of(strategy.file().name()).startsWith(CATALOGUE);
    if (weak.isEmpty() && !isOfCatalogue) {
      all.values().removeIf(word -> !word.equals(VIOLATES));
    }
    return all;
  }

  @Test
  void testsAreWrittenWithWhatTheCheckSays() throws IOException {
    Path out = directory.resolve("out");

    Cli.Result result =
        Cli.run("export", "rcu-wait-first", "--to", "litmus", "--out", out.toString());

    assertThat(result.code()).isZero();
    assertThat(Files.readAllLines(out.resolve("expected.tsv")))
        .containsExactly(
            "rcu-wait-first-NoUseBeforeInit\tNever",
            "rcu-wait-first-NoDereferenceAfterTeardown\tSometimes",
            "rcu-wait-first-ReadersObserveNullAfterGracePeriod\tSometimes",
            "rcu-wait-first-PriorReadersComplete\tSometimes");
    try (Stream<Path> files = Files.list(out)) {
      assertThat(new TreeSet<>(files.map(f -> f.getFileName().toString()).toList())).hasSize(5);
    }
    assertThat(result.out())
        .contains("NoDeadlock: no test: a run in which somebody waits for ever")
        .contains("SingleProvider: not applicable: there is one provider");
  }

  @Test
  void whatTakesMoreRegistrationsThanATestHasIsNamed() {
    Cli.Result result =
        Cli.run("export", "rx-handler", "--to", "litmus", "--out", directory.toString());

    assertThat(result.out())
        .contains("PriorReadersComplete: no test: it takes more registrations")
        .doesNotContain("rx-handler-PriorReadersComplete.litmus");
  }
}
