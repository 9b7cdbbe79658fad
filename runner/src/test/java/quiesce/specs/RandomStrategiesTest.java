package quiesce.specs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import quiesce.engine.Engine;
import quiesce.engine.Engines;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.Reason;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;
import quiesce.engine.tlc.TlcResult;
import quiesce.lowering.Lowering;
import quiesce.models.MemoryModels;
import quiesce.module.Emitter;
import quiesce.module.Options;
import quiesce.module.Specification;
import quiesce.source.Fragments;
import quiesce.source.Parser;
import quiesce.source.SourceException;
import quiesce.source.SourceFile;

/** Whatever is accepted can be checked: TLC parses and evaluates it to the end. */
class RandomStrategiesTest {
  private static final Pattern IDENTIFIER = Pattern.compile("\\b[A-Za-z_]\\w*");
  private static final Duration LIMIT = Duration.ofMinutes(1);

  /** What no C identifier should be, and what the compiler model and the harness call their own. */
  private static final List<String> HOSTILE =
      List.of(
          "_",
          "__",
          "___",
          "_1",
          "__1",
          "__x",
          "x__",
          "x_1",
          "g_ptr",
          "s",
          "WF_x",
          "SF_x",
          "xWF_x",
          "WF_",
          "foo",
          "Foo",
          "foo_",
          "foo_2",
          "obj",
          "late_1",
          "late_1_value",
          "early_1",
          "branch_1",
          "at",
          "at_",
          "cpu",
          "inside",
          "uses",
          "cbs_dep",
          "registered",
          "A",
          "B",
          "cpu0",
          "task0",
          "VIEW",
          "INIT",
          "NEXT",
          "CONSTANT",
          "VARIABLE",
          "CASE",
          "Append",
          "Nat",
          "a".repeat(300),
          "a".repeat(301));

  private static final Engine ENGINE = Engines.start();

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  @Test
  void someCanBeChecked() {
    check(1, 3);
  }

  @Tag("slow")
  @Test
  void manyCanBeChecked() {
    check(1000, 100);
  }

  private static void check(long first, int count) {
    List<String> pool = pool();
    int accepted = 0;
    for (long seed = first; seed < first + count; seed++) {
      String text = new RandomStrategy(seed, pool).text();
      for (String memory : MemoryModels.names()) {
        Options options = Options.DEFAULT.withMemory(memory).withBounds(2, 1);
        Specification spec;
        try {
          spec = specification(text, options);
        } catch (SourceException e) {
          continue;
        }
        accepted++;
        check(spec, "seed " + seed + " under " + memory + "\n" + text);
      }
    }
    assertThat(accepted).isGreaterThan(count);
  }

  private static void check(Specification spec, String what) {
    List<String> configurations = new ArrayList<>(List.of(spec.safety(), unchecked(spec.safety())));
    spec.liveness().ifPresent(configurations::add);
    for (String configuration : configurations) {
      TlcResult result =
          ENGINE.run(
              TlcJob.of(spec.name(), spec.module(), configuration).withTimeout(LIMIT),
              TlcListener.NONE);
      assertThat(result.warnings()).as(what).isEmpty();
      assertThat(evaluated(result.outcome())).as("%s%n%s", what, result.outcome()).isTrue();
    }
  }

  /** Of a state space too large for the time, all was that TLC came to. */
  private static boolean evaluated(Outcome outcome) {
    return outcome instanceof Outcome.Failed failed
        ? failed.reason() == Reason.TIMEOUT
        : outcome instanceof Outcome.Passed
            || outcome instanceof Outcome.InvariantViolated
            || outcome instanceof Outcome.PropertyViolated;
  }

  /** No violation keeps TLC from looking at the rest; but without end it must not be. */
  private static String unchecked(String configuration) {
    StringBuilder out = new StringBuilder();
    boolean list = false;
    for (String line : configuration.lines().toList()) {
      list = line.equals("INVARIANTS") || list && line.startsWith(" ");
      if (!list) {
        out.append(line).append('\n');
      }
    }
    return out.toString();
  }

  private static Specification specification(String text, Options options) {
    SourceFile file = SourceFile.of("random.c", text);
    return Emitter.emit(Lowering.lower(Parser.parse(file), options.compiler()), options);
  }

  /** Hostile names, and all words of modules that are made of harmless ones. */
  private static List<String> pool() {
    TreeSet<String> words = new TreeSet<>();
    List<String> harmless = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      harmless.add("name" + i);
    }
    for (String memory : MemoryModels.names()) {
      for (long seed = 0; seed < 3; seed++) {
        String text = new RandomStrategy(seed, harmless).text();
        try {
          Specification spec = specification(text, Options.DEFAULT.withMemory(memory));
          IDENTIFIER.matcher(spec.module()).results().map(MatchResult::group).forEach(words::add);
        } catch (SourceException e) {
          throw new AssertionError(text + e.diagnostics(), e);
        }
      }
    }
    // What C calls a word of its own is refused, and shows nothing.
    List<String> pool = new ArrayList<>(words.stream().filter(Fragments::isName).toList());
    java.util.Collections.shuffle(pool, new Random(0));
    pool.subList(Math.min(150, pool.size()), pool.size()).clear();
    pool.addAll(HOSTILE);
    return pool;
  }
}
