package quiesce.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.emission.Options;
import quiesce.property.Property;
import quiesce.source.SourceFile;

class StrategyCheckTest {
  private static final Engine ENGINE = Engines.start();

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rcu-wait-first", "two-providers", "global-plain"})
  void severalWorkersFindCounterexamplesAsShortAsOneDoes(String strategy) throws IOException {
    assertThat(lengths(strategy, 2)).isEqualTo(lengths(strategy, 1)).isNotEmpty();
  }

  /** How many states each counterexample to a safety property has. */
  private static Map<Property, Integer> lengths(String strategy, int workers) throws IOException {
    Limits limits = new Limits(workers, Optional.empty(), Optional.empty());
    EnumSet<Property> safety = EnumSet.allOf(Property.class);
    safety.removeIf(Property::liveness);
    Map<Property, Integer> lengths = new TreeMap<>();
    for (PropertyVerdict p :
        new Checker(ENGINE, limits).check(subject(strategy), safety).properties()) {
      if (p.verdict() instanceof Verdict.Violated violated) {
        lengths.put(p.property(), violated.trace().states().size());
      }
    }
    return lengths;
  }

  private static Subject subject(String strategy) throws IOException {
    Path file = Path.of("..", "specs", strategy, "strategy.c");
    return Subject.of(SourceFile.of(file.toString(), Files.readString(file)), Options.DEFAULT);
  }
}
