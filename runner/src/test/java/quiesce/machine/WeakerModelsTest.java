package quiesce.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.emission.Options;
import quiesce.machine.Verdicts.Verdict;
import quiesce.property.Property;
import quiesce.source.SourceFile;

/** What is safe under weak is safe under tso, and what is safe under tso is so under sc. */
@TestInstance(Lifecycle.PER_CLASS)
class WeakerModelsTest {
  private final Verdicts verdicts = new Verdicts();

  @AfterAll
  void stop() {
    verdicts.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aWeakerModelFindsNoLessWrongWithLocks(long seed) {
    assertNoLessIsWrong(seed);
  }

  static LongStream many() {
    return LongStream.range(100, 320);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("many")
  void aWeakerModelFindsNoLessWrongWithManyLocks(long seed) {
    assertNoLessIsWrong(seed);
  }

  private void assertNoLessIsWrong(long seed) {
    SourceFile file = SourceFile.of("locks-" + seed + ".c", RandomLocks.of(seed));
    Map<Property, Verdict> sc = verdicts(file, "sc");
    Map<Property, Verdict> tso = verdicts(file, "tso");
    Map<Property, Verdict> weak = verdicts(file, "weak");
    for (Property p : Property.values()) {
      String what = p + " of\n" + String.join("\n", file.lines());
      if (weak.get(p) == Verdict.HOLDS) {
        assertThat(tso.get(p)).as(what).isEqualTo(Verdict.HOLDS);
      }
      if (tso.get(p) == Verdict.HOLDS) {
        assertThat(sc.get(p)).as(what).isEqualTo(Verdict.HOLDS);
      }
    }
  }

  private Map<Property, Verdict> verdicts(SourceFile file, String memory) {
    return verdicts.of(
        Verdicts.specification(file, Options.DEFAULT.withMemory(memory).withBounds(2, 1)),
        EnumSet.allOf(Property.class));
  }
}
