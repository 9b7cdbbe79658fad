package quiesce.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.machine.Verdicts.Verdict;
import quiesce.module.Options;
import quiesce.property.Property;
import quiesce.source.SourceFile;

/** What is safe under weak is safe under tso, and what is safe under tso is so under sc. */
@TestInstance(Lifecycle.PER_CLASS)
class WeakerModelsTest {
  private static final int MOST_STATES = 20_000;

  private final Verdicts verdicts = new Verdicts();

  @AfterAll
  void stop() {
    verdicts.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sc", "tso", "weak"})
  void whoWaitsForALockGetsIt(String memory) {
    SourceFile file =
        MachineFiles.read(MachineFiles.RULES.resolve("fairness/unregister-locks-first.c"));
    assertThat(verdicts(verdicts, file, memory)).containsAllEntriesOf(MachineFiles.expected(file));
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 3, 4})
  void tsoFindsNoLessWrongThanScWithLocks(long seed) {
    assertNoLessIsWrong(verdicts, seed, "sc", "tso");
  }

  static LongStream many() {
    return LongStream.range(100, 320);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("many")
  void aWeakerModelFindsNoLessWrongWithManyLocks(long seed) {
    assertNoLessIsWrong(verdicts.atMost(MOST_STATES), seed, "sc", "tso", "weak");
  }

  /** The weakest model last: what it finds right, the one before finds right. */
  private static void assertNoLessIsWrong(Verdicts verdicts, long seed, String... models) {
    SourceFile file = SourceFile.of("locks-" + seed + ".c", RandomLocks.of(seed));
    Map<Property, Verdict> stronger = verdicts(verdicts, file, models[0]);
    for (String model : List.of(models).subList(1, models.length)) {
      Map<Property, Verdict> weaker = verdicts(verdicts, file, model);
      for (Property p : Property.values()) {
        if (weaker.get(p) == Verdict.HOLDS) {
          assertThat(stronger.get(p))
              .as("%s of%n%s", p, String.join("\n", file.lines()))
              .isEqualTo(Verdict.HOLDS);
        }
      }
      stronger = weaker;
    }
  }

  private static Map<Property, Verdict> verdicts(
      Verdicts verdicts, SourceFile file, String memory) {
    return verdicts.of(
        Verdicts.specification(file, Options.DEFAULT.withMemory(memory).withBounds(2, 1)),
        EnumSet.allOf(Property.class));
  }
}
