package quiesce.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import quiesce.engine.tlc.TlcJob;
import quiesce.store.Key;

class KeyTest {
  private static final TlcJob JOB = TlcJob.of("M", "module", "configuration");

  @Test
  void everythingThatAnAnswerMayDependOnMakesAnotherKey() {
    List<Key> keys =
        Stream.concat(
                Stream.of(
                        JOB,
                        TlcJob.of("N", "module", "configuration"),
                        TlcJob.of("M", "module ", "configuration"),
                        TlcJob.of("M", "module", "configuration\n"),
                        TlcJob.of("M", "configuration", "module"),
                        JOB.withWorkers(2),
                        JOB.withCoverage(),
                        JOB.withStateSpace(),
                        JOB.withWalk(),
                        JOB.withExtraModules(Map.of("A", "b")),
                        JOB.withExtraModules(Map.of("A", "c")),
                        JOB.withExtraModules(Map.of("B", "b")),
                        JOB.withExtraModules(Map.of("A", "b", "B", "c")),
                        JOB.withExtraModules(Map.of("A", "c", "B", "b")))
                    .map(KeyTest::key),
                Stream.of(
                    JobKey.of(JOB, "another engine", "program", List.of("java")),
                    JobKey.of(JOB, "engine", "another program", List.of("java")),
                    JobKey.of(JOB, "engine", "program", List.of("another java")),
                    JobKey.of(JOB, "engine", "program", List.of("java", ""))))
            .toList();

    assertThat(keys).doesNotHaveDuplicates();
  }

  @Test
  void whatOnlyDecidesWhetherThereIsAnAnswerMakesNone() {
    assertThat(
            List.of(
                key(JOB.withTimeout(Duration.ofSeconds(1))),
                key(JOB.withMaxHeapMegabytes(100)),
                key(JOB.keptIn(Path.of("here")))))
        .containsOnly(key(JOB));
  }

  @Test
  void theOrderInWhichModulesAreGivenMakesNone() {
    Map<String, String> one = new LinkedHashMap<>();
    one.put("A", "a");
    one.put("B", "b");
    Map<String, String> other = new LinkedHashMap<>();
    other.put("B", "b");
    other.put("A", "a");

    assertThat(key(JOB.withExtraModules(one)))
        .isEqualTo(key(JOB.withExtraModules(new HashMap<>(other))));
  }

  /** The texts in a row are the same; where one ends is not. */
  @Property(tries = 200)
  void whereOneTextEndsAndTheNextBeginsMatters(
      @ForAll @StringLength(max = 20) String text,
      @ForAll @StringLength(max = 20) String more,
      @ForAll @StringLength(min = 1, max = 5) String moved) {
    Assume.that(!more.startsWith(moved) || !text.endsWith(moved));

    assertThat(key(TlcJob.of("M", text + moved, more)))
        .isNotEqualTo(key(TlcJob.of("M", text, moved + more)));
  }

  private static Key key(TlcJob job) {
    return JobKey.of(job, "engine", "program", List.of("java"));
  }
}
