package quiesce.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quiesce.engine.Engine;
import quiesce.engine.Engines;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;
import quiesce.module.Count;
import quiesce.module.Options;
import quiesce.module.Specification;
import quiesce.property.Property;
import quiesce.source.SourceFile;

/** One run decides about all properties as a run for each of them does. */
class LiftedCheckTest {
  private static final Engine ENGINE = Engines.start();

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  @ParameterizedTest
  @CsvSource({
    "global-plain,sc",
    "static-call,sc",
    "rcu-wait-first,tso",
    "unordered-init,weak",
    "rcu,weak"
  })
  void whatHoldsAndWhatFallsIsAsWithARunForEach(String name, String memory) throws IOException {
    String text = Files.readString(Path.of("..", "specs", name, "strategy.c"));
    Options any = Options.DEFAULT.with(Count.ANY, Count.ANY).withMemory(memory);
    Subject subject = Subject.of(SourceFile.of("strategy.c", text), any);
    Specification lifted = ((Lifted.To) subject.lifted()).specification();

    LiftedCheck.Result together =
        new LiftedCheck(runs(subject, lifted), lifted, Optional.empty()).result();

    assertThat(together.complete()).isPresent();
    for (Property p : Property.values()) {
      if (!p.liveness() && lifted.applies(p)) {
        boolean holds = holdsAlone(p, lifted);
        assertThat(together.holding().contains(p)).as(p.title()).isEqualTo(holds);
        assertThat(together.fallen().contains(p)).as(p.title()).isEqualTo(!holds);
      }
    }
  }

  private static boolean holdsAlone(Property p, Specification lifted) {
    String configuration =
        Configurations.without("EnoughObjects", Configurations.keeping(Set.of(p), lifted.safety()));
    TlcJob job = TlcJob.of(lifted.name(), lifted.module(), configuration);
    Outcome outcome = ENGINE.run(job, TlcListener.NONE).outcome();
    assertThat(outcome).isInstanceOfAny(Outcome.Passed.class, Outcome.InvariantViolated.class);
    return outcome instanceof Outcome.Passed;
  }

  private static TlcRuns runs(Subject subject, Specification lifted) {
    Limits limits = new Limits(1, Optional.empty(), Optional.empty());
    return new TlcRuns(ENGINE, limits, subject, Watcher.NONE).of(lifted);
  }
}
