package quiesce.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.TlcJob;
import quiesce.module.Options;
import quiesce.module.Specification;

/** TypeOK, which each module states as a theorem, holds in every state. */
class TypesTest {
  private static final Verdicts VERDICTS = new Verdicts();

  /** A wrong type shows early, and there are some 2,000 specifications. */
  private static final int MOST_STATES = 10_000;

  /** Those that a weaker model than they are written for refuses. */
  private static final Set<String> TOO_MANY_PATHS =
      Set.of("lists/list-moved.c under weak", "structs/copied-no-wait.c under weak");

  @AfterAll
  static void close() {
    VERDICTS.close();
  }

  /** A strategy under a memory model. */
  record Subject(Path file, String memory) {
    @Override
    public String toString() {
      return file.getParent().getFileName() + "/" + file.getFileName() + " under " + memory;
    }
  }

  static Stream<Subject> all() {
    return Stream.of(MachineFiles.CATALOGUE, MachineFiles.RULES)
        .flatMap(root -> MachineFiles.under(root).stream())
        .flatMap(f -> Stream.of("sc", "tso", "weak").map(m -> new Subject(f, m)));
  }

  /** Locks, late stores, call sites, members, numbers, sets of CPUs. */
  @ParameterizedTest
  @CsvSource({
    "locked, weak",
    "unordered-init, weak",
    "per-cpu-broadcast, tso",
    "static-call-kvm, sc",
    "optional-slot, tso"
  })
  void allValuesAreOfTheirTypes(String strategy, String memory) {
    Specification spec =
        specification(MachineFiles.CATALOGUE.resolve(strategy + "/strategy.c"), memory);
    assertThat(run(spec, spec.module())).isInstanceOf(Outcome.Passed.class);
  }

  /** What objects have, who runs later, and calls of what is no object. */
  @ParameterizedTest
  @CsvSource({
    "later/object-timer-delete-sync, tso",
    "later/module-kfree-rcu, sc",
    "lists/list-without-lock, sc"
  })
  void allValuesOfRulesAreOfTheirTypes(String rule, String memory) {
    Specification spec = specification(MachineFiles.RULES.resolve(rule + ".c"), memory);
    assertThat(run(spec, spec.module())).isInstanceOf(Outcome.Passed.class);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("all")
  void inEveryStrategyTheyAre(Subject subject) {
    assumeFalse(TOO_MANY_PATHS.contains(subject.toString()), "it has too many paths");
    Specification spec = specification(subject.file(), subject.memory());
    assertThat(run(spec, spec.module())).isInstanceOf(Outcome.Passed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!.at = \"grace period\" -> !.at = \"nowhere\"",
        "perf_guest_cbs' = provider.obj -> perf_guest_cbs' = TRUE",
        "!.obj = NextObject -> !.obj = {NextObject}",
      })
  void aWrongValueIsFound(String change) {
    Specification spec = specification(MachineFiles.CATALOGUE.resolve("rcu/strategy.c"), "sc");
    String[] sides = change.split(" -> ");
    assertThat(spec.module()).containsOnlyOnce(sides[0]);
    assertThat(run(spec, spec.module().replace(sides[0], sides[1])))
        .isNotInstanceOf(Outcome.Passed.class);
  }

  private static Specification specification(Path strategy, String memory) {
    Options options = Options.DEFAULT.withMemory(memory).withBounds(2, 1);
    return Verdicts.specification(MachineFiles.read(strategy), options);
  }

  private static Outcome run(Specification spec, String module) {
    String constants =
        spec.safety()
            .lines()
            .dropWhile(line -> !line.startsWith("CONSTANT"))
            .takeWhile(line -> line.startsWith("CONSTANT") || line.startsWith("  "))
            .collect(Collectors.joining("\n"));
    String configuration =
        "SPECIFICATION Spec\n" + constants + "\nINVARIANT TypeOK\nCHECK_DEADLOCK FALSE\n";
    return VERDICTS.atMost(MOST_STATES).outcome(TlcJob.of(spec.name(), module, configuration));
  }
}
