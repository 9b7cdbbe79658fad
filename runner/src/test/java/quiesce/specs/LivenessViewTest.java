package quiesce.specs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quiesce.engine.Engine;
import quiesce.engine.Engines;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;
import quiesce.module.Options;
import quiesce.module.Specification;

/** A view changes no verdict on liveness (tlaplus issues 838 and 1045 are about both together). */
@Tag("slow")
class LivenessViewTest {
  private static final Engine ENGINE = Engines.start();

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  static Stream<String> strategies() {
    return Strategies.names().stream();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void verdictIsTheSameWithoutIt(String name) {
    Options options = Options.DEFAULT.withMemory("weak").withBounds(2, 1);
    Specification spec = Strategies.subject(name, options).specification();
    String with = spec.liveness().orElse("");
    String without = with.replaceAll("(?m)^VIEW .*\n", "");
    if (!with.equals(without)) {
      assertThat(holds(spec, with)).isEqualTo(holds(spec, without));
    }
  }

  private static boolean holds(Specification spec, String configuration) {
    TlcJob job =
        TlcJob.of(spec.name(), spec.module(), configuration).withTimeout(Duration.ofMinutes(20));
    Outcome outcome = ENGINE.run(job, TlcListener.NONE).outcome();
    assertThat(outcome).isInstanceOfAny(Outcome.Passed.class, Outcome.PropertyViolated.class);
    return outcome instanceof Outcome.Passed;
  }
}
