package quiesce.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import quiesce.engine.Engine;
import quiesce.engine.Engines;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;
import quiesce.module.Options;
import quiesce.module.Specification;

/**
 * Fairness is written for people with WF and SF, and for TLC with what these mean: each holds of
 * all behaviours that the other one allows.
 */
class FairnessTest {
  private static final Engine ENGINE = Engines.start();

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  /** Strategies, memory models. */
  record Subject(Path file, String memory) {
    @Override
    public String toString() {
      return file.getParent().getFileName() + " under " + memory;
    }
  }

  static Stream<Subject> all() {
    return MachineFiles.under(MachineFiles.CATALOGUE).stream()
        .flatMap(f -> Stream.of("sc", "tso", "weak").map(m -> new Subject(f, m)));
  }

  @ParameterizedTest
  @CsvSource({"while-struck, sc", "without-a-cpu, tso"})
  void theyDoWhereWhoWaitsForALockKeepsItsTurn(String rule, String memory) {
    Path file = MachineFiles.RULES.resolve("fairness/keeps-its-turn-" + rule + ".c");
    Specification spec = specification(file, memory);
    assertThat(spec.module()).contains("HasTurn");
    assertSame(spec);
  }

  @ParameterizedTest
  @CsvSource({"rcu-wait-first, sc", "static-call-kvm, sc", "locked, tso", "rcu-wait-first, weak"})
  void theTwoWaysToWriteItMeanTheSame(String strategy, String memory) {
    assertSame(specification(MachineFiles.CATALOGUE.resolve(strategy + "/strategy.c"), memory));
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("all")
  void inAllOfTheCatalogueTheyDo(Subject subject) {
    Specification spec = specification(subject.file(), subject.memory());
    if (spec.liveness().isPresent()) {
      assertSame(spec);
    }
  }

  @Test
  void aThreadThatIsForgottenIsFound() {
    Specification spec =
        specification(MachineFiles.CATALOGUE.resolve("rcu-wait-first/strategy.c"), "sc");
    String forgotten = "  /\\ <>[]~provider_CanGoOn \\/ []<><<provider_Moves>>_vars\n";
    assertThat(spec.module()).containsOnlyOnce(forgotten);
    String module = spec.module().replace(forgotten, "");
    assertThat(run(spec, module, "WrittenOut", "Fairness"))
        .isInstanceOf(Outcome.PropertyViolated.class);
  }

  private static void assertSame(Specification spec) {
    assertThat(run(spec, spec.module(), "FairSpec", "FairnessForTLC"))
        .isInstanceOf(Outcome.Passed.class);
    assertThat(run(spec, spec.module(), "WrittenOut", "Fairness"))
        .isInstanceOf(Outcome.Passed.class);
  }

  private static Specification specification(Path strategy, String memory) {
    Options options = Options.DEFAULT.withMemory(memory).withBounds(2, 1);
    return Verdicts.specification(MachineFiles.read(strategy), options);
  }

  private static Outcome run(Specification spec, String text, String behaviours, String property) {
    String module =
        text.replaceFirst("(?m)^=====*\\R?\\z", "WrittenOut == Spec /\\\\ FairnessForTLC\n====\n");
    List<String> lines = spec.liveness().orElseThrow().lines().toList();
    String constants =
        lines.stream()
            .dropWhile(line -> !line.startsWith("CONSTANT"))
            .takeWhile(line -> !line.startsWith("PROPERTIES"))
            .filter(line -> !line.contains("<-"))
            .collect(Collectors.joining("\n"));
    String configuration =
        "SPECIFICATION %s\n%s\nPROPERTY %s\nCHECK_DEADLOCK FALSE\n"
            .formatted(behaviours, constants, property);
    return ENGINE.run(TlcJob.of(spec.name(), module, configuration), TlcListener.NONE).outcome();
  }
}
