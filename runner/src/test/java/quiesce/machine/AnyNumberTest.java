package quiesce.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.TlcJob;
import quiesce.golden.Golden;
import quiesce.machine.EachNumber.Bounds;
import quiesce.machine.Verdicts.Lifted;
import quiesce.module.Atomicity;
import quiesce.module.Count;
import quiesce.module.Options;
import quiesce.module.Specification;
import quiesce.property.Property;
import quiesce.source.SourceFile;

/** What is said to hold for any number of CPUs, tasks and registrations does for each number. */
@TestInstance(Lifecycle.PER_CLASS)
class AnyNumberTest {
  /** Of one specification, where there are many of them. */
  private static final int MOST_STATES = 20_000;

  private static final Options ANY = Options.DEFAULT.with(Count.ANY, Count.ANY);
  private final Verdicts verdicts = new Verdicts();
  private final EachNumber numbers = new EachNumber(verdicts, "sc");
  private final EachNumber small = new EachNumber(verdicts.atMost(MOST_STATES), "sc");

  @AfterAll
  void stop() {
    verdicts.close();
  }

  static Stream<Path> catalogue() {
    return MachineFiles.under(MachineFiles.CATALOGUE).stream();
  }

  static Stream<Path> rules() {
    return MachineFiles.under(MachineFiles.RULES).stream();
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void whatHoldsOfTheCatalogueForAnyNumberIsViolatedByNone(Path path) {
    assertNothingExpectedIsMissed(numbers, path);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("rules")
  void whatHoldsOfTheRulesForAnyNumberIsViolatedByNone(Path path) {
    assertNothingExpectedIsMissed(small, path);
  }

  private static void assertNothingExpectedIsMissed(EachNumber numbers, Path path) {
    SourceFile file = MachineFiles.read(path);
    numbers.assertNothingIsMissed(file, MachineFiles.expected(file));
  }

  /** What holds with two CPUs and is found for any number, as far as there are crowds. */
  @ParameterizedTest
  @CsvSource({
    "rcu, 25",
    "rcu-once, 19",
    "state-call, 19",
    "static-call-kvm, 112",
    "per-cpu-owner, 34"
  })
  void aSafeStrategyIsSafeForAnyNumber(String name, long states) {
    SourceFile file = strategy(name);
    Specification spec = Verdicts.specification(file, ANY);
    Lifted lifted = verdicts.lifted(spec);

    assertThat(Stream.of(Property.values()).filter(p -> !p.liveness() && spec.applies(p)))
        .allMatch(lifted.holding()::contains);
    assertThat(lifted.registrations()).isTrue();
    assertThat(lifted.distinct()).isEqualTo(states);
  }

  /** No CPU has to be distinguished from others then. */
  @Test
  void aTaskMayHoldItsCpuForOneStep() {
    SourceFile file = MachineFiles.read(MachineFiles.RULES.resolve("tasks/section-of-one-load.c"));
    assertThat(numbers.lifted(file).orElseThrow().holding())
        .contains(Property.NO_NULL_DEREFERENCE)
        .doesNotContain(Property.NO_DEREFERENCE_AFTER_TEARDOWN);
  }

  static LongStream some() {
    // The last two have tasks that hold CPUs, and no handlers.
    return LongStream.of(0, 1, 2, 3, 4, 5, 11, 12);
  }

  static LongStream many() {
    return LongStream.range(20, 360);
  }

  @ParameterizedTest
  @MethodSource("some")
  void whatHoldsOfRandomReadersIsViolatedByNone(long seed) {
    assertNoneViolates("readers", seed, RandomReaders.of(seed));
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("many")
  void whatHoldsOfManyRandomReadersIsViolatedByNone(long seed) {
    assertNoneViolates("readers", seed, RandomReaders.of(seed));
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("many")
  void whatHoldsOfManyRandomLocksIsViolatedByNone(long seed) {
    assertNoneViolates("locks", seed, RandomLocks.of(seed));
  }

  @ParameterizedTest
  @ValueSource(longs = {0})
  void whatHoldsOfRandomVisitsIsViolatedByNone(long seed) {
    assertNoneViolates("visits", seed, RandomVisits.of(seed));
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("many")
  void whatHoldsOfManyRandomVisitsIsViolatedByNone(long seed) {
    assertNoneViolates("visits", seed, RandomVisits.of(seed));
  }

  private void assertNoneViolates(String kind, long seed, String text) {
    SourceFile file = SourceFile.of(kind + "-" + seed + ".c", text);
    small.assertNoneViolates(file, List.of(new Bounds(2, 2), new Bounds(3, 1)));
  }

  /**
   * TLC checks that each run of two and of three CPUs is one of the crowd, with the set of the
   * states that they are in.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "rcu; cpus; {[sample |-> sample[c] @@ [awaited |-> c \\in awaited]] : c \\in CPUs}",
        "optional-slot; cpus; {[handle_pmi |-> handle_pmi[c] @@ [awaited |-> c \\in awaited]] : c \\in CPUs}",
        "two-providers; cpus; {[sample |-> sample[c] @@ [awaited |-> {p \\in Providers : c \\in awaited[p]}]] : c \\in CPUs}",
        "global-plain; cpus; {[sample |-> sample[c]] : c \\in CPUs}",
      })
  void aRunOfSomeCpusIsOneOfTheCrowd(String name, String crowd, String states) {
    assertOfCrowd(strategy(name), Options.DEFAULT, 3, crowd + " <- " + states);
  }

  /** What a provider visits is marked; each operation is an action, so that both have the same. */
  @Test
  void aRunOfAProviderThatVisitsSomeCpusIsOneOfTheCrowd() {
    assertOfCrowd(
        waitForEveryCpu(),
        Options.DEFAULT.withAtomicity(Atomicity.FINE),
        2,
        "provider <- [f \\in DOMAIN provider \\ {\"cpu_2\", \"cpu_left\"} |-> provider[f]],"
            + " cpus <- {[sample |-> sample[c], busy |-> busy[c],"
            + " cpu_2 |-> c = provider.cpu_2,"
            + " cpu_left |-> provider.cpu_left # NULL /\\ c \\in provider.cpu_left] : c \\in CPUs}");
  }

  private void assertOfCrowd(SourceFile file, Options options, int most, String states) {
    for (int cpus = 2; cpus <= most; cpus++) {
      Options given = options.withBounds(cpus, 2);
      Specification some = Verdicts.specification(file, given);
      Specification any = Verdicts.specification(file, given.with(Count.ANY, Count.of(2)));
      String crowd =
          any.module()
              // Nobody has to be one too many, so that the crowd is that of these CPUs.
              .replaceAll("cpus_Without\\(c\\) ==\n.*", "cpus_Without(c) == {cpus, cpus \\\\ {c}}")
              .replace("MODULE " + any.name() + " -", "MODULE Crowd -");
      String module =
          some.module()
              .replaceAll(
                  "(?m)^=+$",
                  "OfCrowd == INSTANCE Crowd WITH "
                      + states.replace("\\", "\\\\")
                      + "\nIsOfCrowd == OfCrowd!Spec\n====");
      String configuration =
          some.safety()
              .replaceAll("(?s)INVARIANTS.*", "PROPERTY IsOfCrowd\nCHECK_DEADLOCK FALSE\n");

      Outcome outcome =
          verdicts.outcome(
              TlcJob.of(some.name(), module, configuration)
                  .withExtraModules(Map.of("Crowd", crowd)));
      assertThat(outcome).isInstanceOf(Outcome.Passed.class);
    }
  }

  @Test
  void aProviderMayVisitEachOfAnyNumberOfCpus() {
    Specification spec = Verdicts.specification(waitForEveryCpu(), ANY);
    Lifted lifted = verdicts.lifted(spec);

    assertThat(lifted.holding()).contains(Property.NO_DEREFERENCE_AFTER_TEARDOWN);
    assertThat(lifted.registrations()).isTrue();
    assertThat(lifted.distinct()).isEqualTo(279);
    Golden.check("quiesce/any/" + spec.moduleFile(), spec.module());
  }

  private static SourceFile waitForEveryCpu() {
    return MachineFiles.read(MachineFiles.RULES.resolve("control").resolve("wait-for-every-cpu.c"));
  }

  @ParameterizedTest
  @CsvSource({"rcu", "locked", "per-cpu-owner", "per-cpu-migrating"})
  void theModuleIsAsExpected(String name) {
    Specification spec = Verdicts.specification(strategy(name), ANY);
    Golden.check("quiesce/any/" + spec.moduleFile(), spec.module());
  }

  @Test
  void twoObjectsAreTooFewWhereAReaderKeepsAnOldOne() {
    assertThat(numbers.lifted(strategy("global-once")).orElseThrow().registrations()).isFalse();
  }

  private static SourceFile strategy(String name) {
    return MachineFiles.read(MachineFiles.CATALOGUE.resolve(name).resolve("strategy.c"));
  }
}
