package quiesce.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.engine.Engine;
import quiesce.engine.Engines;
import quiesce.module.Options;
import quiesce.property.Property;
import quiesce.source.SourceFile;
import quiesce.verdict.Checker;
import quiesce.verdict.Limits;
import quiesce.verdict.Subject;
import quiesce.verdict.Verdict;

/** A counterexample shows what the states say, whatever things are called. */
class WhatReallyHappenedTest {
  private static final Pattern LOAD = Pattern.compile("(\\S.*) \\((?:re)?load\\) = (\\S+)");
  private static final Pattern STORE = Pattern.compile("([^()]+) = (\\S+)(?:   .*)?");
  private static final Pattern PUT_OFF = Pattern.compile("\\(the compiler delays .*\\)");

  private static final Engine ENGINE = Engines.start();

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  private static final String STORES_IF =
      """
      struct cb {
      	void (*f)(void);
      };
      static struct cb *p;
      static bool flag;
      static int x;

      __register void reg(struct cb *c)
      {
      	rcu_assign_pointer(p, c);
      }

      __unregister void unreg(struct cb *c)
      {
      	if (flag%s)
      		x = 1;
      	flag = true;
      	rcu_assign_pointer(p, NULL);
      	synchronize_rcu();
      }

      __irq void rd(void)
      {
      	struct cb *c = rcu_dereference(p);

      	WARN_ON(READ_ONCE(flag));
      	if (c && READ_ONCE(x) == 0)
      		c->f();
      }
      """;

  @Test
  void aStoreThatIsNotReachedIsNotPutOff() {
    Counterexample example = example(STORES_IF.formatted(""), Property.NO_WARNING);

    assertThat(example.events()).extracting(Event::note).noneMatch(n -> n.contains("x = 1"));
    assertHappened(example);
  }

  @Test
  void aStoreThatIsReachedIsShown() {
    Counterexample example = example(STORES_IF.formatted(" == false"), Property.NO_WARNING);

    assertThat(example.events()).extracting(Event::note).anyMatch(n -> n.contains("x = 1"));
    assertHappened(example);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sample_Early",
        "sample_Forwarded",
        "rd_LateStore",
        "provider",
        "Drain",
        "cpu0",
        "Spread"
      })
  void namesOfFunctionsTellNothing(String name) {
    Counterexample plain = example(twoLoads("sample", "on"), Property.NO_NULL_DEREFERENCE);
    Counterexample hostile = example(twoLoads(name, "on"), Property.NO_NULL_DEREFERENCE);

    assertThat(hostile.events())
        .extracting(Event::note)
        .isEqualTo(plain.events().stream().map(Event::note).toList());
    assertHappened(hostile);
  }

  @Test
  void aMemberAndAVariableMayShareAName() {
    Counterexample plain = example(twoLoads("sample", "on"), Property.NO_WARNING);
    Counterexample same = example(twoLoads("sample", "flag"), Property.NO_WARNING);

    assertThat(same.events())
        .extracting(e -> e.note().replace("->flag", "->on"))
        .isEqualTo(plain.events().stream().map(Event::note).toList());
    assertHappened(same);
  }

  @Test
  void aWarningThatFiredBeforeFiresNoMore() {
    String text =
        twoLoads("sample", "on")
            .replace("\tstruct cb *c = p;", "\tstruct cb *c = p;\n\n\tWARN_ON(!c);");
    Counterexample example = example(text, Property.NO_NULL_DEREFERENCE);

    assertHappened(example);
    for (int i = 0; i < example.events().size(); i++) {
      if (example.events().get(i).note().equals("WARN_ON fires")) {
        assertThat(cell(example.scenes().get(i + 1), "faults"))
            .hasValueSatisfying(f -> assertThat(f).contains("warning"));
      }
    }
  }

  private static String twoLoads(String reader, String member) {
    return """
        struct cb {
        	int %2$s;
        	void (*f)(void);
        };
        static struct cb *p;
        static int flag;

        __register void reg(struct cb *c)
        {
        	WRITE_ONCE(c->%2$s, 1);
        	WRITE_ONCE(flag, 2);
        	WRITE_ONCE(p, c);
        }

        __unregister void unreg(struct cb *c)
        {
        	WRITE_ONCE(p, NULL);
        	synchronize_rcu();
        }

        __nmi void %1$s(void)
        {
        	struct cb *c = p;

        	if (c) {
        		WARN_ON(READ_ONCE(c->%2$s) == 1 && READ_ONCE(flag) == 2);
        		c->f();
        	}
        }
        """
        .formatted(reader, member);
  }

  /** Each load shown finds what memory holds, and each store shown is in memory behind it. */
  private static void assertHappened(Counterexample example) {
    assertThat(example.scenes()).hasSize(example.events().size() + 1);
    for (int i = 0; i < example.events().size(); i++) {
      String note = example.events().get(i).note();
      Scene before = example.scenes().get(i);
      Scene after = example.scenes().get(i + 1);
      Matcher load = LOAD.matcher(note);
      Matcher store = STORE.matcher(note);
      if (load.matches()) {
        assertThat(cell(before, load.group(1))).as(note).contains(load.group(2));
      } else if (store.matches() && !store.group(1).startsWith("NULL->")) {
        assertThat(cell(after, store.group(1))).as(note).contains(store.group(2));
      } else if (PUT_OFF.matcher(note).matches()) {
        assertThat(after.parts().get(0).cells())
            .as(note)
            .extracting(Scene.Cell::value)
            .anyMatch(v -> v.matches(".*, late_\\d+ = true.*"));
      }
    }
  }

  private static Optional<String> cell(Scene scene, String name) {
    return scene.parts().stream()
        .flatMap(p -> p.cells().stream())
        .filter(c -> c.name().equals(name))
        .map(Scene.Cell::value)
        .findFirst();
  }

  private static Counterexample example(String text, Property property) {
    Subject subject = Subject.of(SourceFile.of("hostile.c", text), Options.DEFAULT);
    Verdict verdict =
        new Checker(ENGINE, Limits.NONE)
            .check(subject, Set.of(property))
            .properties()
            .get(0)
            .verdict();
    assertThat(verdict).as(List.of(text).toString()).isInstanceOf(Verdict.Violated.class);
    return Explainer.explain(
        subject.specification(), property, ((Verdict.Violated) verdict).trace());
  }
}
