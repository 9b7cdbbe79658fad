package quiesce.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static quiesce.property.Property.NO_NULL_DEREFERENCE;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AfterContainer;
import quiesce.engine.Engine;
import quiesce.engine.Engines;
import quiesce.module.Options;
import quiesce.source.SourceFile;

/** Expressions of strategies mean in a specification what they mean in C. */
class StrategyExpressionsTest {
  private static final Engine ENGINE = Engines.start();
  private static final int EXPRESSIONS = 10;

  @AfterContainer
  static void close() {
    ENGINE.close();
  }

  /** What is done with an expression: a statement, and a condition that says what came of it. */
  private enum Use {
    CONDITION("", "%s"),
    NEGATED("", "!(%s)"),
    NUMBER("value = %s;\n", "value"),
    TRUTH("truth = %s;\n", "truth");

    private final String before;
    private final String condition;

    Use(String before, String condition) {
      this.before = before;
      this.condition = condition;
    }
  }

  /** All values that the locals below take together: nobody is registered, or somebody is. */
  private static final List<Map<String, Integer>> VALUES =
      List.of(
          Map.of("n", 2, "m", 1, "b", 1, "c", 0, "p", 0, "q", 0),
          Map.of("n", 2, "m", 1, "b", 1, "c", 0, "p", 7, "q", 0),
          Map.of("n", 2, "m", 1, "b", 1, "c", 0, "p", 0, "q", 7),
          Map.of("n", 2, "m", 1, "b", 1, "c", 0, "p", 7, "q", 7));

  private static final String HEAD =
      """
      struct callbacks {
      	void (*g)(void);
      };
      struct callbacks *gp;
      struct callbacks *gq;
      int two = 2;
      bool yes = true;
      int x;

      __register void reg(struct callbacks *cbs)
      {
      	WRITE_ONCE(gp, cbs);
      	WRITE_ONCE(gq, cbs);
      }

      __unregister void unreg(struct callbacks *cbs)
      {
      	WRITE_ONCE(gp, NULL);
      	WRITE_ONCE(gq, NULL);
      	synchronize_rcu();
      }

      __nmi void sample(void)
      {
      	struct callbacks *p = READ_ONCE(gp);
      	struct callbacks *q = READ_ONCE(gq);
      	int n = READ_ONCE(two);
      	int m = 1;
      	bool b = READ_ONCE(yes);
      	bool c = false;
      	int value;
      	bool truth;

      	if (p)
      		p->g();
      """;

  @Property(tries = 6, shrinking = ShrinkingMode.OFF)
  void aBranchIsReachedIfCWouldTakeIt(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(HEAD);
    Set<Integer> expected = new HashSet<>();
    Set<Integer> branches = new HashSet<>();
    for (int i = 0; i < EXPRESSIONS; i++) {
      StrategyExpression.Tree e = new StrategyExpression(random).condition(3);
      for (Use use : Use.values()) {
        text.append(use.before.formatted(e.text()));
        text.append("if (%s) {\n".formatted(use.condition.formatted(e.text())));
        for (boolean then : List.of(true, false)) {
          text.append("WRITE_ONCE(x, 1);\n");
          int line = (int) text.toString().lines().count();
          branches.add(line);
          if (VALUES.stream().noneMatch(v -> (e.holds(v) ^ use == Use.NEGATED) == then)) {
            expected.add(line);
          }
          text.append(then ? "} else {\n" : "}\n");
        }
      }
    }
    Set<Integer> missed = new HashSet<>(missed(text + "}\n"));
    missed.retainAll(branches);
    assertThat(missed).as(text.toString()).isEqualTo(expected);
  }

  private static List<Integer> missed(String text) {
    Subject subject =
        Subject.of(SourceFile.of("expressions.c", text), Options.DEFAULT.withBounds(1, 1));
    List<Integer> lines = new ArrayList<>();
    for (PropertyVerdict verdict :
        new Checker(ENGINE, new Limits(1, Optional.empty(), Optional.empty()))
            .check(subject, EnumSet.of(NO_NULL_DEREFERENCE))
            .properties()) {
      assertThat(verdict.verdict()).as(text).isInstanceOf(Verdict.Holds.class);
      ((Verdict.Holds) verdict.verdict()).neverTaken().forEach(step -> lines.add(step.line()));
    }
    return lines;
  }
}
