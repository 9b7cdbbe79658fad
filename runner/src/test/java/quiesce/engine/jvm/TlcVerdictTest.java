package quiesce.engine.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quiesce.engine.tlc.Counts;
import quiesce.engine.tlc.Coverage;
import quiesce.engine.tlc.Coverage.ActionCount;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.State;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;
import quiesce.engine.tlc.TlcProgress;
import quiesce.engine.tlc.TlcResult;
import quiesce.engine.tlc.Trace;
import quiesce.tla.Value;
import quiesce.tla.Value.Bool;
import quiesce.tla.Value.Int;

class TlcVerdictTest extends TlcTestBase {
  @Test
  void passesWithCountsAndCoverageAndProgressAndKeepsWhatItIsAskedTo(@TempDir Path kept)
      throws Exception {
    List<TlcProgress> progress = new ArrayList<>();
    TlcJob job =
        spec("Counter", "Spec", "INVARIANT NonNegative", "PROPERTIES Finishes Grows")
            .withCoverage()
            .keptIn(kept.resolve("out"));

    TlcResult result =
        tlc()
            .run(
                job,
                new TlcListener() {
                  @Override
                  public void progress(TlcProgress heard) {
                    progress.add(heard);
                  }
                });

    assertThat(result.outcome()).isEqualTo(new Outcome.Passed());
    assertThat(result.passed()).isTrue();
    assertThat(result.counts()).isEqualTo(new Counts(6, 5, 5));
    assertThat(result.warnings()).isEmpty();
    assertThat(result.coverage().byName())
        .containsExactly(
            Map.entry("Init", new ActionCount(1, 1)),
            Map.entry("Inc", new ActionCount(3, 3)),
            Map.entry("Finish", new ActionCount(1, 1)),
            Map.entry("Idle", new ActionCount(0, 1)),
            Map.entry("Never", new ActionCount(0, 0)));
    assertThat(progress).last().isEqualTo(new TlcProgress(5, 6, 5, 0));
    assertThat(kept.resolve("out/Counter.tla")).hasContent(job.module());
    assertThat(kept.resolve("out/Counter.cfg")).hasContent(job.configuration());
    assertThat(result.log()).contains(kept.resolve("out/Counter.log"));
    assertThat(Files.readString(result.log().orElseThrow()))
        .contains("STARTMSG 2193:0", "STARTMSG 2186:0");
  }

  @Test
  void passesNothingByGoingAlongSomeBehaviours() {
    TlcResult result =
        run(spec("Counter", "Spec", "INVARIANT NonNegative").withCoverage().withWalk());

    assertThat(result.outcome()).isEqualTo(new Outcome.Walked());
    assertThat(result.passed()).isFalse();
    Map<String, ActionCount> counts = result.coverage().byName();
    assertThat(counts.get("Inc").total()).isPositive();
    assertThat(counts.get("Finish").total()).isPositive();
    assertThat(counts.get("Never").total()).isZero();
  }

  @Test
  void tellsOfAViolationThatItMeetsOnTheWay() {
    Outcome.InvariantViolated violated =
        outcome(
            Outcome.InvariantViolated.class,
            next("Counter", "Init", "Next", "INVARIANT Small").withCoverage().withWalk());

    assertThat(violated.invariant()).isEqualTo("Small");
  }

  @Test
  void tellsUnnamedDisjunctsApartInTheCoverage() {
    Coverage coverage =
        run(next("Unnamed", "Init", "Next", "CHECK_DEADLOCK FALSE").withCoverage()).coverage();

    assertThat(coverage.entries())
        .extracting(Coverage.Entry::action, Coverage.Entry::count)
        .containsExactly(
            tuple("Init", new ActionCount(1, 1)),
            tuple("Next", new ActionCount(1, 1)),
            tuple("Next", new ActionCount(0, 0)));
    assertThat(coverage.byName()).containsEntry("Next", new ActionCount(1, 1));
  }

  @Test
  void namesAViolatedInvariantAndShowsTheWayToIt() {
    TlcResult result = run(next("Counter", "Init", "Next", "INVARIANTS NonNegative Small"));

    Outcome.InvariantViolated violated = (Outcome.InvariantViolated) result.outcome();
    assertThat(violated.invariant()).isEqualTo("Small");
    assertThat(violated.trace().states())
        .containsExactly(
            new State(1, Optional.empty(), counter(0)),
            new State(2, Optional.of("Inc"), counter(1)),
            new State(3, Optional.of("Inc"), counter(2)));
    assertThat(violated.trace().end()).isEqualTo(new Trace.Stops());
    assertThat(result.counts()).isEqualTo(new Counts(3, 3, 3));
  }

  @Test
  void showsAnInvariantThatIsViolatedInTheInitialState() {
    Outcome.InvariantViolated violated =
        outcome(
            Outcome.InvariantViolated.class,
            next("Counter", "Init", "Next", "INVARIANT NeverStarts"));

    assertThat(violated.invariant()).isEqualTo("NeverStarts");
    assertThat(violated.trace().states())
        .containsExactly(new State(1, Optional.empty(), counter(0)));
  }

  @Test
  void reportsADeadlock() {
    Outcome.DeadlockReached deadlock =
        outcome(Outcome.DeadlockReached.class, next("Counter", "Init", "Stop"));

    assertThat(deadlock.trace().states()).hasSize(3);
    assertThat(deadlock.trace().states().get(2))
        .isEqualTo(new State(3, Optional.of("Stop"), counter(2)));
  }

  @Test
  void reportsNoDeadlockWhenTheConfigurationSaysSo() {
    assertThat(run(next("Counter", "Init", "Stop", "CHECK_DEADLOCK FALSE")).passed()).isTrue();
  }

  @Test
  void showsWhereALassoTurnsBackTo() {
    Outcome.PropertyViolated violated =
        outcome(
            Outcome.PropertyViolated.class, spec("Counter", "RoundSpec", "PROPERTY ComesToFour"));

    // TLC 2.18 does not tell which temporal property.
    assertThat(violated.property()).isEmpty();
    assertThat(violated.trace().states()).hasSize(4);
    assertThat(violated.trace().end()).isEqualTo(new Trace.GoesBack(1, Optional.of("Round")));
    assertThat(violated.trace().backTo()).hasValue(1);
    assertThat(violated.trace().stuttering()).isFalse();
  }

  @Test
  void showsThatABehaviourStuttersForEver() {
    Outcome.PropertyViolated violated =
        outcome(Outcome.PropertyViolated.class, spec("Counter", "Unfair", "PROPERTY Finishes"));

    assertThat(violated.trace().stuttering()).isTrue();
    assertThat(violated.trace().backTo()).isEmpty();
    assertThat(violated.trace().states()).isNotEmpty();
  }

  @Test
  void namesAViolatedPropertyOfActions() {
    Outcome.PropertyViolated violated =
        outcome(
            Outcome.PropertyViolated.class, spec("Counter", "Spec", "PROPERTIES Grows GrowsByTwo"));

    assertThat(violated.property()).contains("GrowsByTwo");
    assertThat(violated.trace().states()).hasSize(2);
  }

  @Test
  void namesAViolatedPropertyOfInitialStates() {
    Outcome.PropertyViolated violated =
        outcome(Outcome.PropertyViolated.class, spec("Counter", "Spec", "PROPERTY StartsAtOne"));

    assertThat(violated.property()).contains("StartsAtOne");
    assertThat(violated.trace().states())
        .containsExactly(new State(1, Optional.empty(), counter(0)));
  }

  @Test
  void warnsOfSymmetryTogetherWithATemporalProperty() {
    TlcResult result =
        run(
            job(
                "Symmetric",
                "SPECIFICATION Spec",
                "CONSTANT Procs = {a, b}",
                "SYMMETRY Sym",
                "PROPERTY All"));

    assertThat(result.passed()).isTrue();
    assertThat(result.warnings())
        .singleElement()
        .asString()
        .startsWith("Declaring symmetry during liveness checking is dangerous.");
  }

  @Test
  void readsValuesOfEveryKind() {
    Trace trace =
        outcome(
                Outcome.DeadlockReached.class,
                next("Values", "Init", "Next", "CONSTANTS a = a b = b"))
            .trace();

    assertThat(trace.states()).hasSize(17);
    assertThat(trace.states())
        .allSatisfy(state -> assertThat(state.variables().keySet()).containsExactly("k", "v"));
    assertThat(trace.states().stream().map(state -> state.variables().get("v")))
        .noneMatch(value -> value instanceof Value.Unread);
    assertThat(valueIn(trace, 3)).isEqualTo(new Value.Str("q\"uo\\te\n tab\t /\\ x = 3"));
    assertThat(valueIn(trace, 7)).isEqualTo(new Value.Interval(-3, -1));
    assertThat(valueIn(trace, 10)).hasToString("[x |-> 1, y |-> [z |-> <<TRUE, {<<a, 1>>}>>]]");
    assertThat(valueIn(trace, 12)).hasToString("(a :> (\"a b\" :> 0))");
    assertThat(((Value.Seq) valueIn(trace, 14)).elements()).hasSize(20);
    assertThat(((Value.FunctionOf) valueIn(trace, 15)).mappings()).hasSize(21);
    assertThat(valueIn(trace, 16)).isEqualTo(new Value.Seq(List.of()));
  }

  @Test
  void takesNothingThatASpecificationPrintsForAMessage() {
    TlcResult result = run(next("Errors", "Init", "Printing", "CHECK_DEADLOCK FALSE"));

    assertThat(result.outcome()).isEqualTo(new Outcome.Passed());
  }

  @Test
  void findsExtraModules() {
    TlcJob job =
        new TlcJob(
            "Main",
            "---- MODULE Main ----\nEXTENDS Extra\n====\n",
            "INIT Init\nNEXT Next\n",
            Map.of(
                "Extra",
                "---- MODULE Extra ----\nVARIABLE x\nInit == x = 0\nNext == x' = x\n====\n"),
            2,
            Optional.empty(),
            Optional.of(200),
            Set.of(),
            Optional.empty(),
            Optional.empty());

    assertThat(run(job).counts()).isEqualTo(new Counts(2, 1, 1));
  }

  @Test
  void passesOnWhatTheParserWarnsOf() {
    TlcJob job =
        new TlcJob(
            "Main",
            "---- MODULE Main ----\nEXTENDS A, B\nVARIABLE x\nInit == x = 0\nNext == x' = F\n====\n",
            "INIT Init\nNEXT Next\nCHECK_DEADLOCK FALSE\n",
            Map.of(
                "A", "---- MODULE A ----\nF == 1\n====\n",
                "B", "---- MODULE B ----\nF == 2\n====\n"),
            1,
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            Optional.empty());

    TlcResult result = run(job);

    assertThat(result.passed()).isTrue();
    assertThat(result.warnings())
        .containsExactly(
            "line 2, col 1 to line 2, col 6 of module B: Warning: the definition of 'F' conflicts"
                + " with its definition at line 2, col 1 to line 2, col 6 of module A.");
  }

  private static Value valueIn(Trace trace, int number) {
    return trace.states().get(number).variables().get("v");
  }

  private static Map<String, Value> counter(int n) {
    return Map.of("done", new Bool(false), "n", new Int(n));
  }
}
