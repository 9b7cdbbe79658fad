package quiesce.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import quiesce.engine.jvm.JvmOptions;
import quiesce.engine.jvm.OwnProcess;
import quiesce.engine.jvm.TlcJar;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;
import quiesce.module.Options;
import quiesce.module.Specification;
import quiesce.property.Property;

/**
 * Fairness and NoDeadlock ask whether a thread can go on in words of the specification's own. In
 * every state these say what ENABLED says of the thread's steps, none of which is a stuttering
 * step: of such a one fairness would know nothing.
 */
class CanGoOnTest {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final OwnProcess TLC =
      OwnProcess.of(TlcJar.onClassPath().orElseThrow(), JvmOptions.SMALL);

  private static final Pattern CAN_GO_ON =
      Pattern.compile("^(\\w+)_CanGoOn(\\([^)]*\\))? ==", Pattern.MULTILINE);
  private static final Pattern GOES_ON =
      Pattern.compile("^(\\w+)_GoesOn(\\([^)]*\\))? ==", Pattern.MULTILINE);
  private static final Pattern MOVES =
      Pattern.compile("^(\\w+)_Moves(\\([^)]*\\))? ==", Pattern.MULTILINE);

  /** Grace periods, locks, interrupts, tasks, pins, loops, late stores, two providers. */
  @SuppressWarnings("unused")
  static final List<Path> REPRESENTATIVE =
      Stream.concat(
              Stream.of("rcu", "two-providers", "static-call-kvm", "global-sync-reload")
                  .map(n -> MachineFiles.CATALOGUE.resolve(n).resolve("strategy.c")),
              Stream.of(
                      "locks/ab-ba.c",
                      "locks/mutex-ab-ba.c",
                      "locks/irq-unsafe.c",
                      "contexts/spin-lock-bh-softirq.c",
                      "harness/register-fails-int.c",
                      "control/wait-for-every-cpu.c",
                      "control/xchg-lock.c",
                      "compiler/late-store-lock.c")
                  .map(MachineFiles.RULES::resolve))
          .toList();

  static List<Path> all() {
    return Stream.of(MachineFiles.CATALOGUE, MachineFiles.RULES)
        .flatMap(root -> MachineFiles.under(root).stream())
        .toList();
  }

  @ParameterizedTest
  @FieldSource("REPRESENTATIVE")
  void saysWhetherAStepIsEnabled(Path strategy) {
    Specification spec = specification(strategy);
    assertThat(spec.module()).containsPattern(CAN_GO_ON);
    assertThat(run(spec, spec.module())).isInstanceOf(Outcome.Passed.class);
  }

  /** What a CPU has in its buffer, or knows, decides with the lock. */
  @ParameterizedTest
  @CsvSource({
    "locks/mutex-ab-ba.c, tso",
    "contexts/spin-lock-bh-softirq.c, tso",
    "fairness/unregister-locks-first.c, tso",
    "fairness/unregister-locks-first.c, weak",
  })
  void saysSoOfLocksUnderOtherModels(String name, String memory) {
    Specification spec =
        specification(MachineFiles.RULES.resolve(name), Options.DEFAULT.withBounds(2, 1), memory);
    assertThat(run(spec, spec.module())).isInstanceOf(Outcome.Passed.class);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("all")
  void saysSoOfEveryStrategy(Path strategy) {
    Specification spec = specification(strategy);
    if (CAN_GO_ON.matcher(spec.module()).find()) {
      assertThat(run(spec, spec.module())).isInstanceOf(Outcome.Passed.class);
    }
  }

  @Test
  void aPredicateThatForgetsWhatIsWaitedForIsFound() {
    Specification spec = specification(MachineFiles.CATALOGUE.resolve("rcu/strategy.c"));
    String wait = "  /\\ provider.at = \"grace period\" => awaited = {}\n";
    assertThat(spec.module()).containsOnlyOnce(wait);
    assertThat(run(spec, spec.module().replace(wait, "")))
        .isInstanceOf(Outcome.InvariantViolated.class);
  }

  @Test
  void aPredicateThatHoldsTooRarelyIsFound() {
    Specification spec = specification(MachineFiles.CATALOGUE.resolve("rcu/strategy.c"));
    String wait = "provider.at = \"grace period\" => awaited = {}\n";
    assertThat(run(spec, spec.module().replace(wait, "provider.at # \"grace period\"\n")))
        .isInstanceOf(Outcome.InvariantViolated.class);
  }

  private static Specification specification(Path strategy) {
    return specification(strategy, Options.DEFAULT, "sc");
  }

  private static Specification specification(Path strategy, Options bounds, String memory) {
    return Verdicts.specification(MachineFiles.read(strategy), bounds.withMemory(memory));
  }

  private static Outcome run(Specification spec, String module) {
    String end = "\n====";
    int at = module.lastIndexOf("\n", module.lastIndexOf(end) + end.length());
    String asking =
        module.substring(0, at)
            + "\nCanGoOnIsEnabled ==\n"
            + sameForAll(module)
            + movesAreSteps(module)
            + module.substring(at);
    TlcJob job = TlcJob.of(spec.name(), asking, configuration(spec)).withTimeout(LIMIT);
    return TLC.run(job, TlcListener.NONE).outcome();
  }

  /** A conjunct for each thread: of each instance that Next speaks of. */
  private static String sameForAll(String module) {
    assertThat(CAN_GO_ON.matcher(module).results().map(CanGoOnTest::call))
        .containsExactlyElementsOf(
            GOES_ON.matcher(module).results().map(CanGoOnTest::call).toList());
    return CAN_GO_ON
        .matcher(module)
        .results()
        .map(
            m -> {
              String call = call(m);
              String can = m.group(1) + "_CanGoOn" + parameters(m);
              String goesOn = m.group(1) + "_GoesOn" + parameters(m);
              return "  /\\ %s(%s => ENABLED <<%s>>_vars)\n"
                      .formatted(every(module, call), can, goesOn)
                  + "  /\\ %s(ENABLED %s => %s)\n".formatted(every(module, call), goesOn, can);
            })
        .collect(Collectors.joining());
  }

  /**
   * That fairness counts all of a thread's steps, and no others, but for those that end the run.
   */
  private static String movesAreSteps(String module) {
    String next = module.contains("\nRunning ==") ? "Next /\\ Running'" : "Next";
    return MOVES
        .matcher(module)
        .results()
        .map(
            m -> {
              MatchResult g =
                  GOES_ON
                      .matcher(module)
                      .results()
                      .filter(r -> r.group(1).equals(m.group(1)))
                      .findFirst()
                      .orElseThrow();
              String every = every(module, call(g));
              String moves = m.group(1) + "_Moves" + parameters(m);
              String missed =
                  "  /\\ %s~ENABLED (%s /\\ %s /\\ ~%s)\n".formatted(every, next, call(g), moves);
              // On which CPU a task takes its step does not show in its record.
              return parameters(g).equals(parameters(m))
                  ? missed
                      + "  /\\ %s~ENABLED (%s /\\ %s /\\ ~%s)\n"
                          .formatted(every, next, moves, call(g))
                  : missed;
            })
        .collect(Collectors.joining());
  }

  @Test
  void aStepThatFairnessDoesNotCountIsFound() {
    Specification spec = specification(MachineFiles.CATALOGUE.resolve("rcu/strategy.c"));
    String moves = "/\\ provider' # provider\n";
    assertThat(spec.module()).containsOnlyOnce(moves);
    assertThat(run(spec, spec.module().replace(moves, "/\\ provider'.obj # provider.obj\n")))
        .isInstanceOf(Outcome.InvariantViolated.class);
  }

  /** The quantifier of the thread's instances in Next, as one over all of them. */
  private static String every(String module, String call) {
    Matcher line =
        Pattern.compile(
                "^  \\\\/ (?:\\\\E ([^:]*) :)?(?:.|\n {4,})*" + Pattern.quote(call),
                Pattern.MULTILINE)
            .matcher(module.substring(module.indexOf("\nNext ==")));
    assertThat(line.find()).as(call).isTrue();
    return line.group(1) == null ? "" : "\\A " + line.group(1) + " : ";
  }

  private static String call(MatchResult m) {
    return m.group(1) + "_GoesOn" + parameters(m);
  }

  private static String parameters(MatchResult m) {
    return m.group(2) == null ? "" : m.group(2);
  }

  /** That of safety, with the one invariant alone, as far as numbers stay small. */
  private static String configuration(Specification spec) {
    return spec.safety()
        .lines()
        .filter(l -> Property.named(l.strip()).isEmpty())
        .map(l -> l.replace("INVARIANT Numbers", "CONSTRAINT Numbers"))
        .map(l -> l.equals("INVARIANTS") ? l + "\n  CanGoOnIsEnabled\n" : l + "\n")
        .collect(Collectors.joining());
  }
}
