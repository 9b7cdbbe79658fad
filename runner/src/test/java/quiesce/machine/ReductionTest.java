package quiesce.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.emission.Atomicity;
import quiesce.emission.Options;
import quiesce.machine.Verdicts.Verdict;
import quiesce.property.Property;
import quiesce.source.SourceFile;

/** No verdict depends on how much one action does, nor on how many CPUs and registrations. */
class ReductionTest {
  private static final Options FINE = Options.DEFAULT.withAtomicity(Atomicity.FINE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "control/wait-for-every-cpu.c",
        "locks/empty-critical-section.c",
        "tasks/migrates.c",
        "tasks/preempt-disable.c",
        "rcu/task-overlapping.c",
        "locks/irq-unsafe.c",
        "locks/irq-safe.c",
        "compiler/late-store.c",
        "control/cmpxchg-lock.c"
      })
  void representativeRulesAreTheSameInFineSteps(String name) {
    assertSameVerdicts(MachineFiles.RULES.resolve(name), FINE);
  }

  static List<Path> rules() {
    return MachineFiles.under(MachineFiles.RULES);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleIsTheSameInFineSteps(Path file) {
    assertSameVerdicts(file, FINE);
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
    Map<Property, Verdict> expected =
        Verdicts.of(Verdicts.specification(file, Options.DEFAULT), all);
    Stream.of(FINE, Options.DEFAULT.withBounds(3, 2), Options.DEFAULT.withBounds(2, 3))
        .forEach(
            o ->
                assertThat(Verdicts.of(Verdicts.specification(file, o), all))
                    .as("%s", o)
                    .isEqualTo(expected));
  }

  private static void assertSameVerdicts(Path path, Options options) {
    SourceFile file = MachineFiles.read(path);
    Map<Property, Verdict> expected = MachineFiles.expected(file);
    assertThat(Verdicts.of(Verdicts.specification(file, options), expected.keySet()))
        .isEqualTo(expected);
  }
}
