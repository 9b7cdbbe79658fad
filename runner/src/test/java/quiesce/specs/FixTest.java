package quiesce.specs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.edits.Repair;
import quiesce.edits.Stronger;
import quiesce.engine.Engine;
import quiesce.engine.Engines;
import quiesce.fix.Fix;
import quiesce.fix.Fixes;
import quiesce.fix.Fixing;
import quiesce.module.Count;
import quiesce.module.Options;
import quiesce.property.Property;
import quiesce.source.SourceException;
import quiesce.source.SourceFile;
import quiesce.verdict.Checker;
import quiesce.verdict.Limits;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Subject;
import quiesce.verdict.Verdict;

/** Fixes are what they say, by TLC. */
class FixTest {
  private static final Engine ENGINE = Engines.start();
  private static final Checker CHECKER = new Checker(ENGINE, Limits.NONE);

  /** Those of the catalogue that no set of repairs mends, and why. */
  private static final Map<String, String> BEYOND_THE_FAMILY =
      Map.of(
          "locked", "an NMI handler may not wait for a lock",
          "static-call", "two calls are patched apart",
          "static-call-sync", "two calls are patched apart");

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  static Stream<String> unsafe() {
    return Strategies.names().stream()
        .filter(name -> Strategies.text(name).contains(": violates "));
  }

  @Test
  void theBugOfTheThreadIsFixedByWhatTheThreadCameTo() {
    Fixes fixes = fixes("global-plain", 3, "sc", "tso", "weak");

    assertThat(fixes.fixes()).singleElement();
    assertThat(fixes.fixes().get(0).repairs())
        .extracting(Repair::what)
        .containsExactly(
            "rcu_assign_pointer(perf_guest_cbs, cbs)",
            "synchronize_rcu() after line 29",
            "load perf_guest_cbs once, by READ_ONCE(perf_guest_cbs)");
    assertHolds("global-plain", fixes, "sc", "tso", "weak");
  }

  @Test
  void underOneModelLessIsEnough() {
    assertThat(fixes("global-plain", 3, "sc").fixes())
        .singleElement()
        .satisfies(fix -> assertThat(fix.changes()).isEqualTo(2));
  }

  @Test
  void statementsChangeTheirPlaces() {
    assertThat(fixes("rcu-wait-first", 1, "sc").fixes().get(0).written())
        .contains("\trcu_assign_pointer(perf_guest_cbs, NULL);\n\tsynchronize_rcu();\n");
  }

  @Test
  void whatIsSafeNeedsNoFix() {
    Fixes fixes = fixes("rcu", 4, "sc", "tso");

    assertThat(fixes.nothingToFix()).isTrue();
    assertThat(fixes.checked()).isZero();
  }

  @Test
  void aReaderThatNeverCallsIsNoFix() {
    SourceFile never =
        SourceFile.of(
            "never.c",
            """
            struct callbacks { void (*f)(void); };
            struct callbacks *gp;
            __register void reg(struct callbacks *cbs)
            {
            \tsynchronize_rcu();
            }
            __unregister void unreg(struct callbacks *cbs)
            {
            \tWRITE_ONCE(gp, NULL);
            }
            __nmi void sample(void)
            {
            \tgp->f();
            }
            """);

    assertThat(fixes(never, 2, "sc").fixes()).isEmpty();
  }

  /** Under sc the compiler alone is in the way, and leaves marked accesses in order. */
  @ParameterizedTest
  @CsvSource({
    "sc, 'WRITE_ONCE(cbs->get_ip, kvm_get_ip)'",
    "weak, 'rcu_assign_pointer(perf_guest_cbs, cbs)'"
  })
  void ofTheCheapestFixesTheOthersAreLeftOut(String memory, String cheapest) {
    assertThat(fixes("unordered-init", 1, memory).fixes())
        .singleElement()
        .satisfies(fix -> assertThat(fix.repairs().get(0).what()).isEqualTo(cheapest));
  }

  @Test
  void afterSoManyChecksItGivesUpAndSaysHowFarItCame() {
    Subject subject = subjects(file("locked"), "sc").get(0);
    Fixes fixes =
        new Fixing(CHECKER, List.of(CHECKER.check(subject, EnumSet.allOf(Property.class))))
            .fixes(4, 3, 2, what -> {});

    assertThat(fixes.fixes()).isEmpty();
    assertThat(fixes.largest()).isZero();
    assertThat(fixes.checked()).isBetween(3, 5);
  }

  /** What a search rests on: what only takes runs away violates nothing that holds without it. */
  @ParameterizedTest
  @ValueSource(strings = {"rcu"})
  void whatOnlyRemovesRunsBreaksNothing(String strategy) {
    assertNothingBreaks(strategy, "sc");
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("all")
  void inAllOfTheCatalogueItDoesNot(String strategy) {
    assertNothingBreaks(strategy, "sc", "tso", "weak");
  }

  static Stream<String> all() {
    return Strategies.names().stream();
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("unsafe")
  void allOfTheCatalogueIsFixedButForWhatIsNamed(String strategy) {
    Fixes fixes = fixes(strategy, 4, "sc", "tso", "weak");

    assertThat(fixes.fixes().isEmpty())
        .as(fixes.fixes().toString())
        .isEqualTo(BEYOND_THE_FAMILY.containsKey(strategy));
    assertHolds(strategy, fixes, "sc", "tso", "weak");
  }

  private static void assertNothingBreaks(String strategy, String... models) {
    Stronger stronger =
        Stronger.of(
            subjects(file(strategy), "sc").get(0).program().strategy(),
            f -> true,
            f -> true,
            f -> true);
    for (String model : models) {
      Set<Property> holding = holding(verdicts(file(strategy), model).get(0));
      holding.removeIf(p -> !p.ofRuns());
      for (Repair repair : stronger.repairs()) {
        if (repair.onlyRemoves()) {
          assertThat(violated(stronger.with(List.of(repair)), model, holding))
              .as("%s, %s, %s", strategy, model, repair.what())
              .isEmpty();
        }
      }
    }
  }

  /** Nothing of what is refused. */
  private static List<Property> violated(SourceFile file, String model, Set<Property> wanted) {
    try {
      return CHECKER.check(subjects(file, model).get(0), wanted).properties().stream()
          .filter(v -> v.verdict() instanceof Verdict.Violated)
          .map(v -> v.property())
          .toList();
    } catch (SourceException e) {
      return List.of();
    }
  }

  /** The text that a person gets is checked anew. */
  private static void assertHolds(String strategy, Fixes fixes, String... models) {
    for (Fix fix : fixes.fixes()) {
      for (StrategyVerdicts v : verdicts(SourceFile.of(strategy + ".c", fix.written()), models)) {
        assertThat(v.properties())
            .as(fix.written())
            .allMatch(
                p ->
                    p.verdict() instanceof Verdict.Holds
                        || p.verdict() instanceof Verdict.NotApplicable);
      }
    }
  }

  private static Set<Property> holding(StrategyVerdicts strategy) {
    Set<Property> all = EnumSet.noneOf(Property.class);
    strategy.properties().stream()
        .filter(v -> v.verdict() instanceof Verdict.Holds)
        .forEach(v -> all.add(v.property()));
    return all;
  }

  private static Fixes fixes(String strategy, int changes, String... models) {
    return fixes(file(strategy), changes, models);
  }

  private static Fixes fixes(SourceFile file, int changes, String... models) {
    return new Fixing(CHECKER, verdicts(file, models)).fixes(changes, 300, 2, what -> {});
  }

  private static SourceFile file(String strategy) {
    return SourceFile.of(strategy + ".c", Strategies.text(strategy));
  }

  private static List<StrategyVerdicts> verdicts(SourceFile file, String... models) {
    return subjects(file, models).stream()
        .map(s -> CHECKER.check(s, EnumSet.allOf(Property.class)))
        .toList();
  }

  private static List<Subject> subjects(SourceFile file, String... models) {
    return Subject.of(
        file,
        Stream.of(models)
            .map(m -> Options.DEFAULT.withMemory(m).with(Count.ANY, Count.ANY))
            .toList());
  }
}
