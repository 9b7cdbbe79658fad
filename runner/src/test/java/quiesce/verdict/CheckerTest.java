package quiesce.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import quiesce.engine.Engine;
import quiesce.engine.Engines;
import quiesce.property.Property;

class CheckerTest {
  @Test
  void afterAnInternalErrorThereIsNoVerdictOnThatStrategyAlone() {
    Subject broken = new Subject("broken", null, null, null, Expectations.NONE, Duration.ZERO);
    try (Engine engine = Engines.start()) {
      StrategyVerdicts verdicts =
          new Checker(engine, new Limits(1, Optional.empty(), Optional.empty()))
              .check(broken, EnumSet.allOf(Property.class));

      assertThat(verdicts.properties())
          .hasSize(Property.values().length)
          .allSatisfy(
              v ->
                  assertThat(((Verdict.Unknown) v.verdict()).message())
                      .startsWith("internal error: java.lang.NullPointerException")
                      .contains(" at quiesce.verdict."));
      assertThat(verdicts.unknown()).isTrue();
    }
  }
}
