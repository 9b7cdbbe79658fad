package quiesce.specs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quiesce.engine.Engine;
import quiesce.engine.Engines;
import quiesce.module.Options;
import quiesce.property.Property;
import quiesce.source.SourceFile;
import quiesce.specs.MutantsTest.Mutant;
import quiesce.verdict.Checker;
import quiesce.verdict.Limits;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Subject;
import quiesce.why.Finding;
import quiesce.why.Finding.Result;
import quiesce.why.Outcome;
import quiesce.why.Why;

/** Why the lines of strategies are there. */
@TestInstance(Lifecycle.PER_CLASS)
class WhyTest {
  private static final Engine ENGINE = Engines.start();

  /** What no line is weakened by: another role, another or no first value, more than is there. */
  private static final Set<String> OTHER_CHANGES =
      Set.of(
          "a guest that pins nobody",
          "the wrong object",
          "no dummy",
          "check, then publish",
          "NULL in place of the dummy",
          "the mutex within rtnl");

  private final List<Finding> rcu = why("rcu", Strategies.text("rcu"), "sc", "tso", "weak");

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  static Stream<String> mutated() {
    return MutantsTest.MUTANTS.stream().map(Mutant::strategy).distinct();
  }

  @Test
  void everyLineWhoseLossIsMissedIsNecessary() {
    assertMutantsAreFound("rcu", rcu);
    assertMutantsAreFound("srcu-hook", why("srcu-hook", Strategies.text("srcu-hook"), "sc"));
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("mutated")
  void inAllOfTheCatalogueItIs(String strategy) {
    assertMutantsAreFound(strategy, why(strategy, Strategies.text(strategy), "sc", "tso", "weak"));
  }

  private static void assertMutantsAreFound(String strategy, List<Finding> findings) {
    for (Mutant m : MutantsTest.MUTANTS) {
      if (m.strategy().equals(strategy) && !OTHER_CHANGES.contains(m.what())) {
        assertThat(necessary(findings))
            .as("%s, %s", strategy, m.what())
            .containsAnyElementsOf(lines(Strategies.text(strategy), m.line()));
      }
    }
  }

  private static Set<Integer> necessary(List<Finding> findings) {
    return findings.stream()
        .filter(f -> f.falls().isPresent())
        .map(f -> f.line().place().line())
        .collect(Collectors.toSet());
  }

  /** The numbers of the lines that a piece of a text is in, wherever it is. */
  private static List<Integer> lines(String text, String piece) {
    List<Integer> all = new ArrayList<>();
    for (int from = text.indexOf(piece); from >= 0; from = text.indexOf(piece, from + 1)) {
      int first = ends(text.substring(0, from)) + 1;
      IntStream.rangeClosed(first, first + ends(piece.strip()) + 1).forEach(all::add);
    }
    return all;
  }

  private static int ends(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  @Test
  void whatIsNeededUnderAWeakModelOnlyIsFoundThere() {
    Finding weak = at(rcu, "rcu_assign_pointer(perf_guest_cbs, cbs)");

    assertThat(weak.result()).isEqualTo(Result.NECESSARY);
    assertThat(weak.falls().orElseThrow().outcome())
        .isInstanceOfSatisfying(
            Outcome.Falls.class,
            falls -> {
              assertThat(falls.memory()).isEqualTo("weak");
              assertThat(falls.violated().property()).isEqualTo(Property.NO_USE_BEFORE_INIT);
            });
  }

  @Test
  void whatAWeakerCallDoesAsWellIsStrongerThanNecessary() {
    Finding load = at(rcu, "rcu_dereference(perf_guest_cbs)");

    assertThat(load.result()).isEqualTo(Result.STRONGER);
    assertThat(load.does().orElseThrow().way().instead()).isEqualTo("READ_ONCE(perf_guest_cbs)");
    assertThat(load.tried()).hasSize(2);
  }

  @Test
  void aSecondGracePeriodIsUnnecessary() {
    String twice =
        Strategies.text("rcu")
            .replace("synchronize_rcu();", "synchronize_rcu();\n\tsynchronize_rcu();");

    List<Finding> waits =
        why("rcu", twice, "sc").stream()
            .filter(f -> f.line().what().equals("synchronize_rcu();"))
            .toList();

    assertThat(waits).hasSize(2).allMatch(f -> f.result() == Result.UNNECESSARY);
  }

  /** All holds of who never registers, but that is no reason to leave it out. */
  @Test
  void whatIsNotReachedWithoutALineIsSaid() {
    Finding publish =
        why("optional-slot-fixed", Strategies.text("optional-slot-fixed"), "sc").stream()
            .filter(f -> f.line().what().equals("rcu_assign_pointer(perf_guest_cbs, cbs);"))
            .findFirst()
            .orElseThrow();

    assertThat(publish.result()).isEqualTo(Result.NOT_REACHED);
  }

  /** What is violated anyway does not make a line necessary. */
  @Test
  void onlyWhatHoldsAsItIsCanFall() {
    String neverWaits = Strategies.text("rcu").replace("\tsynchronize_rcu();\n", "");

    for (Finding f : why("rcu", neverWaits, "sc")) {
      f.falls()
          .map(t -> ((Outcome.Falls) t.outcome()).violated().property())
          .ifPresent(p -> assertThat(p).isNotEqualTo(Property.NO_DEREFERENCE_AFTER_TEARDOWN));
    }
  }

  private static Finding at(List<Finding> findings, String what) {
    return findings.stream().filter(f -> f.line().what().equals(what)).findFirst().orElseThrow();
  }

  private static List<Finding> why(String name, String text, String... models) {
    SourceFile file = SourceFile.of("specs/" + name + "/strategy.c", text);
    List<Options> options = Stream.of(models).map(Options.DEFAULT::withMemory).toList();
    Checker checker = new Checker(ENGINE, Limits.NONE);
    List<StrategyVerdicts> original =
        Subject.of(file, options).stream()
            .map(s -> checker.check(s, EnumSet.allOf(Property.class)))
            .toList();
    return new Why(checker, original).findings(2, f -> {});
  }
}
