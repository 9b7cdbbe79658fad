package quiesce.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.machine.Verdicts.Verdict;
import quiesce.module.Options;
import quiesce.property.Property;
import quiesce.source.SourceFile;

/** Each rule of the machine, in a strategy that depends on it and in one that it lets down. */
@TestInstance(Lifecycle.PER_CLASS)
class MachineTest {
  private ExecutorService threads;
  private Verdicts verdicts;

  @BeforeAll
  void start() {
    threads = Executors.newFixedThreadPool(2);
    verdicts = new Verdicts();
  }

  @AfterAll
  void stop() {
    threads.shutdownNow();
    verdicts.close();
  }

  @TestFactory
  Stream<DynamicTest> rules() {
    return tests(Options.DEFAULT, MachineFiles::expected);
  }

  @TestFactory
  Stream<DynamicTest> rulesOfWeakerModels() {
    return Stream.of("tso", "weak")
        .flatMap(m -> tests(Options.DEFAULT.withMemory(m), f -> MachineFiles.expectedUnder(f, m)));
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "data/member-counted.c",
        "kernel-style/timer-rearm-fixed.c",
        "seqlocks/seqcount-looked-at-once.c"
      })
  void underWeakRulesThatTakeLongHoldToo(String name) {
    SourceFile file = MachineFiles.read(MachineFiles.RULES.resolve(name));
    Property property = Property.NO_DEREFERENCE_AFTER_TEARDOWN;

    assertThat(
            verdicts.of(
                Verdicts.specification(file, Options.DEFAULT.withMemory("weak")), Set.of(property)))
        .containsExactly(entry(property, Verdict.HOLDS));
  }

  @Test
  void everyRuleIsSeenToHoldAndToFail() {
    List<Verdict> all = new ArrayList<>();
    MachineFiles.under(MachineFiles.RULES)
        .forEach(f -> all.addAll(MachineFiles.expected(MachineFiles.read(f)).values()));
    assertThat(all).filteredOn(Verdict.HOLDS::equals).hasSizeGreaterThan(60);
    assertThat(all).filteredOn(Verdict.VIOLATED::equals).hasSizeGreaterThan(50);
  }

  @Test
  void onOneCpuNothingComesBetweenTheLastLoadAndTheThreadsOwnStore() {
    SourceFile file = MachineFiles.read(MachineFiles.RULES.resolve("compiler/own-store.c"));
    Options one = Options.DEFAULT.withBounds(1, 2);

    assertThat(verdicts.of(Verdicts.specification(file, one), Set.of(Property.NO_NULL_DEREFERENCE)))
        .containsValue(Verdict.HOLDS);
  }

  private Stream<DynamicTest> tests(
      Options options, Function<SourceFile, Map<Property, Verdict>> expectations) {
    record Case(
        Path path, Map<Property, Verdict> expected, Future<Map<Property, Verdict>> actual) {}
    List<Case> cases = new ArrayList<>();
    for (Path path : MachineFiles.under(MachineFiles.RULES)) {
      SourceFile file = MachineFiles.read(path);
      Map<Property, Verdict> expected = expectations.apply(file);
      if (!expected.isEmpty()) {
        cases.add(
            new Case(
                path,
                expected,
                threads.submit(
                    () -> verdicts.of(Verdicts.specification(file, options), expected.keySet()))));
      }
    }
    return cases.stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    MachineFiles.RULES.relativize(c.path()).toString(),
                    c.path().toUri(),
                    () -> assertThat(c.actual().get()).isEqualTo(c.expected())));
  }
}
