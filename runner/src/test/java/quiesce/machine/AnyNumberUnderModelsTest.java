package quiesce.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.golden.Golden;
import quiesce.machine.EachNumber.Bounds;
import quiesce.machine.Verdicts.Lifted;
import quiesce.machine.Verdicts.Verdict;
import quiesce.module.Count;
import quiesce.module.NotLifted;
import quiesce.module.Options;
import quiesce.module.Specification;
import quiesce.property.Property;
import quiesce.source.SourceFile;

/** The same as {@link AnyNumberTest} where not all see a store at once. */
@TestInstance(Lifecycle.PER_CLASS)
class AnyNumberUnderModelsTest {
  /** Of one specification, where there are many of them. */
  private static final int MOST_STATES = 20_000;

  private static final List<String> MODELS = List.of("tso", "weak");

  private static final Pattern AGENTS = Pattern.compile("(?m)^Agents ==.*(?:\\n .*)*");
  private static final Pattern KNOWING = Pattern.compile("\\b(Knowing|Known)\\([^\"]*\"\\w+\"");
  private static final Pattern QUOTED = Pattern.compile("\"\\w+\"");

  private final Verdicts verdicts = new Verdicts();

  @AfterAll
  void stop() {
    verdicts.close();
  }

  static Stream<Arguments> catalogue() {
    return MachineFiles.under(MachineFiles.CATALOGUE).stream().flatMap(p -> underEach(p));
  }

  static Stream<Arguments> rules() {
    return MachineFiles.under(MachineFiles.RULES).stream().flatMap(p -> underEach(p));
  }

  static Stream<Arguments> some() {
    return LongStream.of(0, 4, 11).boxed().flatMap(s -> underEach(s));
  }

  static Stream<Arguments> many() {
    return LongStream.range(20, 170).boxed().flatMap(s -> underEach(s));
  }

  private static Stream<Arguments> underEach(Object what) {
    return MODELS.stream().map(m -> Arguments.of(what, m));
  }

  /** The strategies of the catalogue declare what they violate under each model. */
  @Tag("slow")
  @ParameterizedTest
  @MethodSource("catalogue")
  void whatHoldsOfTheCatalogueForAnyNumberIsViolatedByNone(Path path, String memory) {
    SourceFile file = MachineFiles.read(path);
    Map<Property, Verdict> expected = MachineFiles.expected(file);
    expected.putAll(MachineFiles.expectedUnder(file, memory));
    under(memory).assertNothingIsMissed(file, expected);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("rules")
  void whatHoldsOfTheRulesForAnyNumberIsViolatedByNone(Path path, String memory) {
    assertNoneViolates(MachineFiles.read(path), memory);
  }

  @ParameterizedTest
  @MethodSource("some")
  void whatHoldsOfRandomReadersIsViolatedByNone(long seed, String memory) {
    assertNoneViolates(readers(seed), memory);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("many")
  void whatHoldsOfManyRandomReadersIsViolatedByNone(long seed, String memory) {
    assertNoneViolates(readers(seed), memory);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("many")
  void whatHoldsOfManyRandomLocksIsViolatedByNone(long seed, String memory) {
    assertNoneViolates(SourceFile.of("locks-" + seed + ".c", RandomLocks.of(seed)), memory);
  }

  private static SourceFile readers(long seed) {
    return SourceFile.of("readers-" + seed + ".c", RandomReaders.of(seed));
  }

  private void assertNoneViolates(SourceFile file, String memory) {
    new EachNumber(verdicts.atMost(MOST_STATES), memory)
        .assertNoneViolates(file, List.of(new Bounds(2, 2), new Bounds(3, 1)));
  }

  private EachNumber under(String memory) {
    return new EachNumber(verdicts, memory);
  }

  /** What holds with two CPUs and is found for any number. */
  @ParameterizedTest
  @CsvSource({
    "rcu, tso, 33",
    "rcu, weak, 25",
    "state-call, weak, 19",
    "static-call-kvm, weak, 112",
    "optional-slot-fixed, weak, 20",
    "per-cpu-owner, tso, 34"
  })
  void aSafeStrategyIsSafeForAnyNumber(String name, String memory, long states) {
    Specification spec = Verdicts.specification(strategy(name), under(memory).any());
    Lifted lifted = verdicts.lifted(spec);

    assertThat(Stream.of(Property.values()).filter(p -> !p.liveness() && spec.applies(p)))
        .allMatch(lifted.holding()::contains);
    assertThat(lifted.registrations()).isTrue();
    assertThat(lifted.distinct()).isEqualTo(states);
  }

  /** Though their numbers have no bound, and no list of stores would hold what they write. */
  @ParameterizedTest
  @CsvSource({"counter, sc", "counter, tso", "counter, weak", "results, sc", "results, weak"})
  void readersMayCountWithoutEnd(String name, String memory) {
    SourceFile file = MachineFiles.read(MachineFiles.RULES.resolve("data/" + name + ".c"));
    Lifted lifted = verdicts.lifted(Verdicts.specification(file, under(memory).any()));

    assertThat(lifted.holding())
        .contains(Property.NO_DEREFERENCE_AFTER_TEARDOWN, Property.PRIOR_READERS_COMPLETE);
    assertThat(lifted.registrations()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"rcu, weak", "locked, tso", "per-cpu-migrating, weak"})
  void theModuleIsAsExpected(String name, String memory) {
    Options options = under(memory).any().with(Count.ANY, Count.of(2));
    Specification spec = Verdicts.specification(strategy(name), options);
    Golden.check("quiesce/any/" + memory + "/" + spec.moduleFile(), spec.module());
  }

  /** By the names that a step gives members of crowds in memory, memory has something of them. */
  @ParameterizedTest
  @ValueSource(strings = {"tso", "weak"})
  void whoeverHasSomethingOfMemoryDuringAStepIsAnAgent(String memory) {
    Options options = under(memory).any().with(Count.ANY, Count.of(2));
    Set<String> named = new TreeSet<>();
    for (long seed = 20; seed < 80; seed++) {
      try {
        String module = Verdicts.specification(readers(seed), options).module();
        assertThat(quoted(module, AGENTS)).as("%d", seed).containsAll(quoted(module, KNOWING));
        named.addAll(quoted(module, KNOWING));
      } catch (NotLifted e) {
        continue;
      }
    }
    assertThat(named).contains("cpus", "read_0", "read_1");
  }

  private static Set<String> quoted(String module, Pattern where) {
    return where
        .matcher(module)
        .results()
        .flatMap(m -> QUOTED.matcher(m.group()).results().map(MatchResult::group))
        .map(s -> s.replace("\"", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static SourceFile strategy(String name) {
    return MachineFiles.read(MachineFiles.CATALOGUE.resolve(name).resolve("strategy.c"));
  }
}
