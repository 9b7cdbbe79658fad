package quiesce.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import quiesce.machine.Verdicts.Verdict;
import quiesce.module.Atomicity;
import quiesce.module.Options;
import quiesce.property.Property;
import quiesce.source.SourceFile;

/**
 * No verdict depends on how much one action does, nor on which states are taken for one, nor on how
 * many CPUs and registrations there are.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ReductionTest {
  private static final Options FINE = Options.DEFAULT.withAtomicity(Atomicity.FINE);

  /** Under weak these are some minutes. */
  private static final int MOST_STATES = 30_000;

  /** Under sc these are. */
  private static final int MANY_STATES = 300_000;

  /** Softirqs that read on two other CPUs in turn leave its writer no moment. */
  private static final Path STARVED = Path.of("psock-saved", "strategy.c");

  private final Verdicts verdicts = new Verdicts();

  @AfterAll
  void stop() {
    verdicts.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "control/wait-for-every-cpu.c",
        "locks/empty-critical-section.c",
        "tasks/migrates.c",
        "tasks/preempt-disable.c",
        "rcu/task-overlapping.c",
        "fairness/keeps-its-turn-while-struck.c",
        "locks/irq-unsafe.c",
        "locks/irq-safe.c",
        "locks/trylock-among-spinners.c",
        "locks/trylock-tested-later-irq.c",
        "locks/object-lock.c",
        "locks/object-lock-trylock.c",
        "locks/object-lock-not-waited-for.c",
        "locks/object-lock-waited-for.c",
        "locks/object-mutex-waited-for.c",
        "compiler/late-store.c",
        "control/cmpxchg-lock.c",
        "objects/pointer-only-tested.c"
      })
  void representativeRulesAreTheSameInFineSteps(String name) {
    assertSameVerdicts(verdicts, MachineFiles.RULES.resolve(name), FINE);
  }

  static List<Path> rules() {
    return MachineFiles.under(MachineFiles.RULES);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleIsTheSameInFineSteps(Path file) {
    assertSameVerdicts(verdicts.atMost(MANY_STATES), file, FINE);
  }

  /** What is right and what is wrong, of each kind; those that weak finds wrong, too. */
  @ParameterizedTest(name = "{0} under {1}")
  @CsvSource({
    "rcu, sc",
    "global-sync-reload, sc",
    "two-providers-cmpxchg, sc",
    "static-call-sync, tso",
    "rcu-wait-first, tso",
    "rcu, weak",
    "rcu-once, weak",
    "unordered-init, weak",
    "locked, weak",
    "per-cpu-owner, weak",
    "state-call, weak",
    "optional-slot, weak",
    "two-providers, weak",
    "two-providers-cmpxchg, weak",
  })
  void theCatalogueIsTheSameWithoutReductions(String name, String memory) {
    Options options = Options.DEFAULT.withMemory(memory).withBounds(2, 1);
    assertSameWithoutReductions(MachineFiles.CATALOGUE.resolve(name + "/strategy.c"), options);
  }

  @ParameterizedTest(name = "{0} under {1}")
  @CsvSource({
    "rcu/task-rcu-read-lock.c, weak",
    "rcu/two-grace-periods.c, weak",
    "control/while.c, weak",
    "tasks/migrates.c, weak",
    "locks/object-lock.c, sc",
    "locks/object-lock-waited-for.c, tso",
    "locks/object-mutex-waited-for.c, weak",
    "data/registrations.c, sc",
    "data/registrations.c, tso",
    "data/chosen.c, sc",
    "data/registrations-no-wait.c, sc",
    "data/registrations-no-wait.c, tso",
    "data/registrations-no-wait.c, weak",
    "data/flips-in-object.c, sc",
    "data/flips-in-object.c, tso",
    "data/flips-in-object-late.c, sc",
    "data/flips-in-object-late.c, tso",
    "data/flips-in-object-unset.c, sc",
    "data/flips-in-object-unset.c, tso",
    "data/flips-in-object-unset.c, weak",
    "data/sequence-orders.c, tso",
    "data/sequence-orders.c, weak",
    "data/sequence-relaxed.c, tso",
    "data/sequence-relaxed.c, weak",
  })
  void rulesAreTheSameWithoutReductions(String name, String memory) {
    assertSameWithoutReductions(
        MachineFiles.RULES.resolve(name), Options.DEFAULT.withMemory(memory).withBounds(2, 1));
  }

  /** Whatever the properties: verdicts are the same, and states are no more. */
  private void assertSameWithoutReductions(Path path, Options options) {
    SourceFile file = MachineFiles.read(path);
    Set<Property> all = EnumSet.allOf(Property.class);
    Verdicts.Explored off =
        verdicts.explored(Verdicts.specification(file, options.withReductions(false)), all);
    Verdicts.Explored on = verdicts.explored(Verdicts.specification(file, options), all);
    assertThat(on.verdicts()).isEqualTo(off.verdicts());
    assertThat(on.distinct()).isLessThanOrEqualTo(off.distinct());
  }

  static Stream<Arguments> catalogueUnderEachModel() {
    return underEachModel(catalogue());
  }

  static Stream<Arguments> rulesUnderEachModel() {
    return underEachModel(rules());
  }

  private static Stream<Arguments> underEachModel(List<Path> files) {
    return Stream.of("tso", "weak").flatMap(m -> files.stream().map(f -> Arguments.of(f, m)));
  }

  @Tag("slow")
  @ParameterizedTest(name = "{0} under {1}")
  @MethodSource("catalogueUnderEachModel")
  void theCatalogueIsTheSameInFineStepsUnderEachModel(Path path, String memory) {
    assertSameInFineSteps(path, memory);
  }

  @Tag("slow")
  @ParameterizedTest(name = "{0} under {1}")
  @MethodSource("rulesUnderEachModel")
  void everyRuleIsTheSameInFineStepsUnderEachModel(Path path, String memory) {
    assertSameInFineSteps(path, memory);
  }

  @ParameterizedTest(name = "{0} under {1}")
  @CsvSource({"locks/trylock-among-spinners.c, tso"})
  void representativeRulesAreTheSameInFineStepsUnderOtherModels(String name, String memory) {
    assertSameInFineSteps(MachineFiles.RULES.resolve(name), memory);
  }

  private void assertSameInFineSteps(Path path, String memory) {
    SourceFile file = MachineFiles.read(path);
    Options coarse = Options.DEFAULT.withMemory(memory).withBounds(2, 1);
    Options fine = coarse.withAtomicity(Atomicity.FINE);
    Verdicts bounded = verdicts.atMost(MOST_STATES);
    assertThat(bounded.of(file, fine)).isEqualTo(bounded.of(file, coarse));
  }

  static List<Path> catalogue() {
    return MachineFiles.under(MachineFiles.CATALOGUE);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("catalogue")
  void theCatalogueIsTheSameWithinOtherBounds(Path path) {
    SourceFile file = MachineFiles.read(path);
    Set<Property> all = EnumSet.allOf(Property.class);
    if (path.endsWith(STARVED)) {
      all.remove(Property.UNREGISTER_COMPLETES);
    }
    Verdicts bounded = verdicts.atMost(MOST_STATES);
    Map<Property, Verdict> expected =
        bounded.of(Verdicts.specification(file, Options.DEFAULT), all);
    Stream.of(FINE, Options.DEFAULT.withBounds(3, 2), Options.DEFAULT.withBounds(2, 3))
        .forEach(
            o ->
                assertThat(bounded.of(Verdicts.specification(file, o), all))
                    .as("%s", o)
                    .isEqualTo(expected));
  }

  private static void assertSameVerdicts(Verdicts engine, Path path, Options options) {
    SourceFile file = MachineFiles.read(path);
    Map<Property, Verdict> expected = MachineFiles.expected(file);
    assertThat(engine.of(Verdicts.specification(file, options), expected.keySet()))
        .isEqualTo(expected);
  }
}
