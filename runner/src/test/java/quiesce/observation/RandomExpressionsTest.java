package quiesce.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AfterContainer;
import quiesce.engine.Engine;
import quiesce.engine.Engines;
import quiesce.module.Options;
import quiesce.source.SourceFile;
import quiesce.verdict.Limits;

/** Expressions mean in a specification what they mean in C. */
class RandomExpressionsTest {
  private static final Engine ENGINE = Engines.start();
  private static final LitmusCheck CHECK = new LitmusCheck(ENGINE, Limits.NONE);
  private static final int EXPRESSIONS = 12;

  @AfterContainer
  static void close() {
    ENGINE.close();
  }

  /** Each as a value, as a condition, and negated: one final state tells them all. */
  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void litmusTestsCalculateAsCDoes(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
    RandomExpression random = new RandomExpression(seed);
    StringBuilder body = new StringBuilder();
    List<String> wanted = new ArrayList<>();
    for (int i = 0; i < EXPRESSIONS; i++) {
      RandomExpression.Tree e = random.tree(4);
      boolean holds = e.value(random.values()) != 0;
      body.append("  v%d = %s;\n".formatted(i, e.text()));
      // An access in between: each branch is an action of its own.
      body.append("  s = READ_ONCE(*x);\n");
      body.append("  if (%s) { w%d = 1; } else { w%d = 2; }\n".formatted(e.text(), i, i));
      body.append("  n%d = !(%s);\n".formatted(i, e.text()));
      wanted.add("0:v%d=%d".formatted(i, e.value(random.values())));
      wanted.add("0:w%d=%d".formatted(i, holds ? 1 : 2));
      wanted.add("0:n%d=%d".formatted(i, holds ? 0 : 1));
    }
    String test =
        "C random\n{ %s }\nP0(int *x, int *y, int *z)\n{\n%s%s}\nexists (%s)\n"
            .formatted(random.initial(), random.loads(), body, String.join(" /\\ ", wanted));
    Answer answer =
        CHECK.answer(SourceFile.of("random.litmus", test), Options.DEFAULT.withMemory("sc"));
    assertThat(answer)
        .as(
            "%s: %s",
            test, answer instanceof Answer.Unsupported u ? u.reasons().get(0).message() : "")
        .isInstanceOf(Answer.Observed.class);
    assertThat(((Answer.Observed) answer).observation()).as(test).isEqualTo(Observation.ALWAYS);
  }
}
