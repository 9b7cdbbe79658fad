package quiesce.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import quiesce.golden.Golden;
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
  private static final List<String> MODELS = List.of("tso", "weak");

  private final Verdicts verdicts = new Verdicts();

  @AfterAll
  void stop() {
    verdicts.close();
  }

  private static Options any(String memory) {
    return Options.DEFAULT.withMemory(memory).with(Count.ANY, Count.ANY);
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
    return LongStream.range(20, 320).boxed().flatMap(s -> underEach(s));
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
    lifted(file, memory)
        .ifPresent(
            l ->
                assertThat(l.holding())
                    .allSatisfy(p -> assertThat(expected.get(p)).isNotEqualTo(Verdict.VIOLATED)));
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
    Optional<Lifted> lifted = lifted(file, memory);
    if (lifted.isEmpty()) {
      return;
    }
    int registrations = lifted.get().registrations() ? 3 : 2;
    for (List<Integer> bounds : List.of(List.of(2, 2), List.of(3, 1), List.of(1, registrations))) {
      Options given = Options.DEFAULT.withMemory(memory).withBounds(bounds.get(0), bounds.get(1));
      Map<Property, Verdict> bounded =
          verdicts.of(Verdicts.specification(file, given), lifted.get().holding());
      assertThat(bounded)
          .as("%s %s with %s%n%s", file.name(), memory, bounds, String.join("\n", file.lines()))
          .doesNotContainValue(Verdict.VIOLATED);
    }
  }

  /** Empty where nothing is lifted, not even to any number of CPUs alone. */
  private Optional<Lifted> lifted(SourceFile file, String memory) {
    return specification(file, any(memory))
        .or(() -> specification(file, any(memory).with(Count.ANY, Count.of(2))))
        .map(verdicts::lifted);
  }

  private static Optional<Specification> specification(SourceFile file, Options options) {
    try {
      return Optional.of(Verdicts.specification(file, options));
    } catch (NotLifted e) {
      return Optional.empty();
    }
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
    Specification spec = Verdicts.specification(strategy(name), any(memory));
    Lifted lifted = verdicts.lifted(spec);

    assertThat(Stream.of(Property.values()).filter(p -> !p.liveness() && spec.applies(p)))
        .allMatch(lifted.holding()::contains);
    assertThat(lifted.registrations()).isTrue();
    assertThat(lifted.distinct()).isEqualTo(states);
  }

  @ParameterizedTest
  @CsvSource({"rcu, weak", "locked, tso", "per-cpu-migrating, weak"})
  void theModuleIsAsExpected(String name, String memory) {
    Options options = any(memory).with(Count.ANY, Count.of(2));
    Specification spec = Verdicts.specification(strategy(name), options);
    Golden.check("quiesce/any/" + memory + "/" + spec.moduleFile(), spec.module());
  }

  private static SourceFile strategy(String name) {
    return MachineFiles.read(MachineFiles.CATALOGUE.resolve(name).resolve("strategy.c"));
  }
}
