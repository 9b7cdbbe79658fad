package quiesce.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quiesce.engine.Engine;
import quiesce.engine.Engines;
import quiesce.module.Count;
import quiesce.module.Options;
import quiesce.property.Property;
import quiesce.source.SourceFile;

/** First any number, then two CPUs, then three. */
class OrderOfWorkTest {
  private static final Engine ENGINE = Engines.start();
  private static final Options ANY = Options.DEFAULT.with(Count.ANY, Count.ANY);

  /** Interrupts that overlap the one store; on the CPU that makes it there is none. */
  private static final Path THREE_CPUS =
      Path.of("src", "test", "resources", "quiesce", "verdict", "three-cpus.c");

  @TempDir private Path kept;

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  @Test
  void whereAllHoldsForAnyNumberNothingElseIsExplored() throws IOException {
    StrategyVerdicts verdicts = check(catalogue("rcu"));

    assertThat(verdicts.properties())
        .filteredOn(v -> v.verdict() instanceof Verdict.Holds)
        .hasSize(9)
        .allSatisfy(
            v ->
                assertThat(scope(v))
                    .isEqualTo(
                        new Scope(Count.ANY, Count.ANY, Optional.empty(), Optional.empty())));
    assertThat(runs()).containsExactly("lifted");
  }

  @Test
  void withoutALiftedSpecificationTwoCpusAreExploredAndTheReasonIsGiven() throws IOException {
    StrategyVerdicts verdicts = check(catalogue("per-cpu-broadcast"), ANY.withMemory("tso"));

    Scope two =
        new Scope(
            Count.of(2),
            Count.of(2),
            Optional.empty(),
            Optional.of("a copy of a per-CPU variable is used by other CPUs, too"));
    assertThat(verdicts.properties())
        .filteredOn(v -> v.verdict() instanceof Verdict.Holds)
        .isNotEmpty()
        .allSatisfy(v -> assertThat(scope(v)).isEqualTo(two));
    assertThat(runs()).allMatch(run -> run.startsWith("safety"));
  }

  @Test
  void whatEndsNoRunDoesNotKeepLivenessFromBeingLifted() throws IOException {
    StrategyVerdicts verdicts = check(catalogue("static-call-sync"));

    assertThat(of(Property.CONSISTENT_SNAPSHOT, verdicts).verdict())
        .isInstanceOf(Verdict.Violated.class);
    assertThat(scope(of(Property.UNREGISTER_COMPLETES, verdicts)).cpus()).isEqualTo(Count.ANY);
    assertThat(runs()).doesNotContain("UnregisterCompletes");
  }

  @Test
  void norDoesAnOopsOfReadersThatNobodyNotices() throws IOException {
    StrategyVerdicts verdicts = check(catalogue("optional-slot"));

    assertThat(of(Property.NO_NULL_DEREFERENCE, verdicts).verdict())
        .isInstanceOf(Verdict.Violated.class);
    assertThat(scope(of(Property.UNREGISTER_COMPLETES, verdicts)).cpus()).isEqualTo(Count.ANY);
    assertThat(runs()).doesNotContain("UnregisterCompletes");
  }

  @Test
  void anOopsDoesWhereReadersStore() throws IOException {
    String stores =
        "\nstatic bool seen;\n__nmi void mark(void)\n{\n"
            + "\tif (!READ_ONCE(seen))\n\t\tWRITE_ONCE(seen, true);\n}\n";

    StrategyVerdicts verdicts = check(catalogue("optional-slot") + stores);

    assertThat(scope(of(Property.UNREGISTER_COMPLETES, verdicts)))
        .isEqualTo(
            new Scope(
                Count.of(2),
                Count.of(2),
                Optional.empty(),
                Optional.of("with any number a run may end in an oops or a deadlock")));
    assertThat(scope(of(Property.NO_DEADLOCK, verdicts)).cpus()).isEqualTo(Count.ANY);
  }

  @Test
  void whatTakesThreeCpusIsFoundWithThree() throws IOException {
    StrategyVerdicts verdicts = check(Files.readString(THREE_CPUS));

    assertThat(of(Property.NO_WARNING, verdicts).verdict())
        .isInstanceOfSatisfying(
            Verdict.Violated.class,
            violated -> {
              assertThat(violated.specification().options().cpus()).isEqualTo(Count.of(3));
              assertThat(violated.trace().states()).isNotEmpty();
            });
  }

  /** One flag more, and it takes four. */
  @Test
  void whatTakesMoreHoldsForTheNumbersThatWereExplored() throws IOException {
    String four =
        Files.readString(THREE_CPUS)
            .replace(
                "WARN_ON(xchg(&one, true))",
                "if (xchg(&one, true))\n\t\t\tWARN_ON(xchg(&two, true))")
            .replace("bool one", "bool one;\nstatic bool two");

    Scope scope = scope(of(Property.NO_WARNING, check(four)));

    assertThat(scope)
        .isEqualTo(
            new Scope(
                Count.of(3),
                Count.of(2),
                Optional.empty(),
                Optional.of("with any number a state is found that these numbers may not reach")));
  }

  @Test
  void whereOldStoresStayReadableAPassIsForAnyNumberOfCpusAlone() throws IOException {
    StrategyVerdicts verdicts = check(catalogue("built-in"), ANY.withMemory("weak"));

    assertThat(scope(of(Property.NO_NULL_DEREFERENCE, verdicts)))
        .isEqualTo(
            new Scope(
                Count.ANY,
                Count.of(2),
                Optional.empty(),
                Optional.of("a reader outside of sections may read a store of any age")));
    assertThat(runs()).containsExactly("lifted");
  }

  private StrategyVerdicts check(String text) {
    return check(text, ANY);
  }

  private StrategyVerdicts check(String text, Options options) {
    Subject subject = Subject.of(SourceFile.of("strategy.c", text), options);
    Limits limits = new Limits(1, Optional.empty(), Optional.of(kept));
    return new Checker(ENGINE, limits).check(subject, EnumSet.allOf(Property.class));
  }

  private static String catalogue(String name) throws IOException {
    return Files.readString(Path.of("..", "specs", name, "strategy.c"));
  }

  private static PropertyVerdict of(Property property, StrategyVerdicts verdicts) {
    return verdicts.properties().get(property.ordinal());
  }

  private static Scope scope(PropertyVerdict v) {
    return ((Verdict.Holds) v.verdict()).scope();
  }

  /** What TLC was run for. */
  private List<String> runs() throws IOException {
    try (Stream<Path> files = Files.walk(kept)) {
      return files
          .filter(file -> file.toString().endsWith(".cfg"))
          .map(file -> file.getParent().getFileName().toString())
          .sorted()
          .toList();
    }
  }
}
