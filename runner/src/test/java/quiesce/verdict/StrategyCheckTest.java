package quiesce.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.engine.Engine;
import quiesce.engine.Engines;
import quiesce.module.Count;
import quiesce.module.Options;
import quiesce.property.Property;
import quiesce.source.SourceFile;

class StrategyCheckTest {
  private static final Engine ENGINE = Engines.start();
  private static final Path NEVER_CALLED =
      Path.of("src", "test", "resources", "quiesce", "cli", "never-called.c");

  private static final Path COUNTS_FOR_EVER =
      Path.of("src", "test", "resources", "quiesce", "verdict", "counts-for-ever.c");

  /** TLC's message with how often an action was taken. */
  private static final String COVERAGE = "STARTMSG 2772";

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rcu-wait-first", "two-providers", "global-plain"})
  void severalWorkersFindCounterexamplesAsShortAsOneDoes(String strategy) throws IOException {
    assertThat(lengths(strategy, 2)).isEqualTo(lengths(strategy, 1)).isNotEmpty();
  }

  @Test
  void ofALargeCheckAWalkTellsThatNoLineIsMissed(@TempDir Path kept) throws IOException {
    assertThat(vacuous(large(catalogue("rcu")), kept)).containsOnly(false);

    assertThat(told(kept, "walk")).contains(COVERAGE);
    assertThat(told(kept, "safety")).doesNotContain(COVERAGE);
  }

  @Test
  void whereAWalkMissesALineTheWholeExplorationTells(@TempDir Path kept) throws IOException {
    assertThat(vacuous(large(NEVER_CALLED), kept)).containsOnly(true);

    assertThat(told(kept, "walk")).contains(COVERAGE);
    assertThat(told(kept, "safety")).contains(COVERAGE);
  }

  @Test
  void aNumberThatGrowsWithoutEndIsNoPass() throws IOException {
    PropertyVerdict verdict =
        new Checker(ENGINE, new Limits(1, Optional.empty(), Optional.empty()))
            .check(subject(COUNTS_FOR_EVER, Options.DEFAULT), EnumSet.of(Property.NO_WARNING))
            .properties()
            .get(0);

    assertThat(verdict.verdict())
        .isInstanceOfSatisfying(
            Verdict.Unknown.class, u -> assertThat(u.message()).contains("grows without end"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sc", "weak"})
  void whatHoldsForAnyNumberHoldsForMany(String memory) throws IOException {
    Options many = Options.DEFAULT.withBounds(8, 4).withMemory(memory);

    StrategyVerdicts verdicts =
        new Checker(ENGINE, Limits.NONE)
            .check(subject(catalogue("rcu"), many), EnumSet.allOf(Property.class));

    assertThat(verdicts.explored().orElseThrow().distinct()).isLessThan(100);
    assertThat(Scope.texts(verdicts.properties().stream()))
        .containsExactly("8 CPUs and 4 registrations");
  }

  @Test
  void whatFallsForAnyNumberIsExploredWithThoseThatWereAskedFor() throws IOException {
    List<PropertyVerdict> verdicts =
        new Checker(ENGINE, Limits.NONE)
            .check(
                subject(catalogue("rcu-wait-first"), Options.DEFAULT.withBounds(3, 1)),
                EnumSet.of(Property.NO_DEREFERENCE_AFTER_TEARDOWN))
            .properties();

    assertThat(verdicts.get(0).verdict())
        .isInstanceOfSatisfying(
            Verdict.Violated.class,
            v -> assertThat(v.specification().options().cpus()).isEqualTo(Count.of(3)));
  }

  /** Whether each property that holds does so vacuously. */
  private static List<Boolean> vacuous(Subject subject, Path kept) {
    Limits limits = new Limits(1, Optional.empty(), Optional.of(kept));
    return new Checker(ENGINE, limits)
            .check(
                subject, EnumSet.of(Property.NO_DEREFERENCE_AFTER_TEARDOWN, Property.NO_DEADLOCK))
            .properties()
            .stream()
            .map(p -> ((Verdict.Holds) p.verdict()).vacuous())
            .toList();
  }

  private static String told(Path kept, String label) throws IOException {
    try (Stream<Path> files = Files.walk(kept)) {
      Path log =
          files
              .filter(file -> file.getParent().endsWith(label))
              .filter(file -> file.toString().endsWith(".log"))
              .findAny()
              .orElseThrow(() -> new AssertionError("no log of " + label));
      return Files.readString(log);
    }
  }

  /** How many states each counterexample to a safety property has. */
  private static Map<Property, Integer> lengths(String strategy, int workers) throws IOException {
    Limits limits = new Limits(workers, Optional.empty(), Optional.empty());
    EnumSet<Property> safety = EnumSet.allOf(Property.class);
    safety.removeIf(Property::liveness);
    Map<Property, Integer> lengths = new TreeMap<>();
    for (PropertyVerdict p :
        new Checker(ENGINE, limits)
            .check(subject(catalogue(strategy), Options.DEFAULT), safety)
            .properties()) {
      if (p.verdict() instanceof Verdict.Violated violated) {
        lengths.put(p.property(), violated.trace().states().size());
      }
    }
    return lengths;
  }

  private static Path catalogue(String strategy) {
    return Path.of("..", "specs", strategy, "strategy.c");
  }

  private static Subject large(Path file) throws IOException {
    return subject(file, Options.DEFAULT.withBounds(1, 3).withReductions(false));
  }

  private static Subject subject(Path file, Options options) throws IOException {
    return Subject.of(SourceFile.of(file.toString(), Files.readString(file)), options);
  }
}
