package quiesce.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.engine.Engine;
import quiesce.engine.Engines;
import quiesce.module.Options;
import quiesce.property.Property;
import quiesce.source.SourceFile;

/** Each line of a strategy is run in some behaviour, or what holds holds vacuously. */
class VacuityTest {
  private static final Engine ENGINE = Engines.start();

  /** The two variables are seen in each of their four combinations, on one CPU too. */
  private static final String HEAD =
      """
      struct callbacks {
      	bool (*f)(void);
      	void (*g)(void);
      };
      struct callbacks *gp;
      int x;
      bool never;
      bool now_and_then;

      __register void reg(struct callbacks *cbs)
      {
      	WRITE_ONCE(now_and_then, true);
      	rcu_assign_pointer(gp, cbs);
      }

      __unregister void unreg(struct callbacks *cbs)
      {
      	WRITE_ONCE(now_and_then, false);
      	rcu_assign_pointer(gp, NULL);
      	synchronize_rcu();
      }

      """;

  /** What is inserted, and does something; it leads somewhere of its own, or nowhere. */
  private static final List<String> STATEMENTS =
      List.of(
          "WRITE_ONCE(x, 1); /* here */",
          "if (p)\n\tp->g(); /* here */",
          "helper(); /* here */",
          "WARN_ON(p && local == 3); /* here */");

  /** What does nothing that others could see. */
  private static final List<String> UNSEEN =
      List.of("local = 1;", "pr_info(\"\");", "goto again;", "return;", "if (local)\n\tlocal = 2;");

  /** Around a statement, so that nothing comes to it. */
  private static final List<String> DEAD =
      List.of(
          "if (0) {\n%s\n}",
          "if (!true && p) {\n%s\n}",
          "if (p && false) {\n%s\n}",
          "if (1 || p)\n\tlocal = 2;\nelse {\n%s\n}",
          "while (false) {\n%s\n}",
          "if (p == NULL) {\nreturn;\n%s\n}",
          "if (p == NULL) {\nwhile (true)\n\tREAD_ONCE(x);\n%s\n}",
          "if (READ_ONCE(never)) {\n%s\n}",
          "if (p && READ_ONCE(never)) {\n%s\n}",
          "if (READ_ONCE(never)) {\n%s\nreturn;\n}",
          "goto behind;\n%s\nbehind:");

  /** Around a statement, so that something comes to it. */
  private static final List<String> REACHED =
      List.of(
          "if (1) {\n%s\n}",
          "if (p || true) {\n%s\n}",
          "if (p && READ_ONCE(now_and_then)) {\n%s\n}",
          "if (READ_ONCE(now_and_then)) {\n%s\nreturn;\n}",
          "do {\n%s\n} while (0);",
          "{\n%s\n}",
          "if (p == NULL)\n\tgoto behind;\n%s\nbehind:");

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatNothingComesToIsNamed(long seed) {
    assertNamed(seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatSomethingComesToIsNot(long seed) {
    assertNotNamed(seed);
  }

  static LongStream many() {
    return LongStream.range(100, 200);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("many")
  void soItIsWithManyStatements(long seed) {
    assertNamed(seed);
    assertNotNamed(seed);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void whatNobodyCouldSeeNeedNotBeReached(int statement) {
    String inserted = "again:\nif (READ_ONCE(never)) {\n%s\n}".formatted(UNSEEN.get(statement));
    String text = strategy(inserted, "", statement % 3);
    assertThat(neverTaken(text)).as(text).isEmpty();
  }

  private static void assertNamed(long seed) {
    String text = strategy(new Random(seed), DEAD);
    assertThat(neverTaken(text)).as(text).contains(lineOf("/* here */", text));
  }

  private static void assertNotNamed(long seed) {
    String text = strategy(new Random(seed), REACHED);
    assertThat(neverTaken(text)).as(text).isEmpty();
  }

  /** A reader, and a statement somewhere in it. */
  private static String strategy(Random random, List<String> around) {
    String statement = STATEMENTS.get(random.nextInt(STATEMENTS.size()));
    String inserted = around.get(random.nextInt(around.size())).formatted(statement);
    String helper =
        statement.startsWith("helper")
            ? "static void helper(void)\n{\n\tWRITE_ONCE(x, 5);\n}\n\n"
            : "";
    return strategy(inserted, helper, random.nextInt(4));
  }

  private static String strategy(String inserted, String helper, int at) {
    List<String> body =
        new ArrayList<>(
            List.of("if (p && p->f())\n\tp->g();", "WRITE_ONCE(x, 2);", "if (p)\n\tlocal = 4;"));
    body.add(at, inserted);
    return HEAD
        + helper
        + "__nmi void sample(void)\n{\nstruct callbacks *p = rcu_dereference(gp);\nint local = 0;\n"
        + String.join("\n", body)
        + "\n}\n";
  }

  @Test
  void theBodyOfACallbackThatNobodyCallsIsNamed() {
    String text =
        HEAD
            + """
            void filled(void)
            {
            	WRITE_ONCE(x, 1); /* here */
            }

            static struct callbacks object = { .g = filled };

            __nmi void sample(void)
            {
            	struct callbacks *p = rcu_dereference(gp);

            	if (p)
            		WRITE_ONCE(x, 2);
            }
            """;
    assertThat(neverTaken(text)).containsExactly(lineOf("/* here */", text));
  }

  @Test
  void aHelperIsRunIfItIsRunFromOneOfItsCalls() {
    String text =
        HEAD
            + """
            static void helper(bool on)
            {
            	if (on)
            		WRITE_ONCE(x, 1);
            	else
            		WRITE_ONCE(x, 2);
            }

            __nmi void sample(void)
            {
            	struct callbacks *p = rcu_dereference(gp);

            	if (p && p->f())
            		p->g();
            	helper(true);
            	helper(false);
            }
            """;
    assertThat(neverTaken(text)).isEmpty();
  }

  @Test
  void whatFollowsAWarningNeedNotBeRunButTheWarningMust() {
    String text =
        HEAD
            + """
            __nmi void sample(void)
            {
            	struct callbacks *p = rcu_dereference(gp);

            	if (WARN_ON(READ_ONCE(never))) {
            		WRITE_ONCE(x, 1);
            		return;
            	}
            	if (p && p->f())
            		p->g();
            	if (READ_ONCE(never))
            		WARN_ON(p); /* here */
            }
            """;
    assertThat(neverTaken(text)).containsExactly(lineOf("/* here */", text));
  }

  @Test
  void aRegistrationForEverNeedNotFail() {
    String text =
        """
        struct callbacks {
        	void (*f)(void);
        };
        struct callbacks *gp;

        __register __permanent int reg(struct callbacks *cbs)
        {
        	WRITE_ONCE(gp, cbs);
        	return 0;
        }

        __nmi void sample(void)
        {
        	struct callbacks *p = READ_ONCE(gp);

        	if (p)
        		p->f();
        }
        """;
    assertThat(neverTaken(text)).isEmpty();
  }

  private static int lineOf(String what, String text) {
    return (int) text.substring(0, text.indexOf(what)).lines().count();
  }

  /** The lines that are never come to in the run that decides about a property. */
  private static List<Integer> neverTaken(String text) {
    Subject subject =
        Subject.of(SourceFile.of("vacuity.c", text), Options.DEFAULT.withBounds(1, 1));
    return new Checker(ENGINE, new Limits(1, Optional.empty(), Optional.empty()))
            .check(subject, EnumSet.of(Property.NO_NULL_DEREFERENCE, Property.NO_DEADLOCK))
            .properties()
            .stream()
            .map(PropertyVerdict::verdict)
            .filter(Verdict.Holds.class::isInstance)
            .flatMap(v -> ((Verdict.Holds) v).neverTaken().stream())
            .map(UntakenStep::line)
            .distinct()
            .collect(Collectors.toList());
  }
}
