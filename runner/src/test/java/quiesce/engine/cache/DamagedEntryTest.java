package quiesce.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not, byte for byte, what was written for the key is no entry. */
class DamagedEntryTest {
  private static Kept violation;
  private static Kept deadlock;

  @BeforeAll
  static void ask(@TempDir Path first, @TempDir Path second) throws IOException {
    violation = Kept.of(Jobs.invariantViolated(), first);
    deadlock = Kept.of(Jobs.deadlock(), second);
  }

  @Test
  void aWholeOneIsTheAnswer() {
    assertThat(EntryReader.read(violation.bytes(), violation.key())).contains(violation.result());
  }

  @Test
  void onesThatAreCutOffAnywhereAreNone() {
    for (int length = 0; length < violation.bytes().length; length++) {
      byte[] cut = Arrays.copyOf(violation.bytes(), length);

      assertThat(EntryReader.read(cut, violation.key())).as("%d bytes", length).isEmpty();
    }
  }

  @Test
  void onesWithAnyBitTurnedAreNone() {
    for (int bit = 0; bit < violation.bytes().length * Byte.SIZE; bit++) {
      byte[] damaged = violation.bytes().clone();
      damaged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);

      assertThat(EntryReader.read(damaged, violation.key())).as("bit %d", bit).isEmpty();
    }
  }

  @Test
  void oneWithMoreAtItsEndIsNone() {
    byte[] longer = Arrays.copyOf(violation.bytes(), violation.bytes().length + 1);

    assertThat(EntryReader.read(longer, violation.key())).isEmpty();
  }

  @Test
  void theOneOfAnotherJobIsNone() {
    assertThat(EntryReader.read(deadlock.bytes(), violation.key())).isEmpty();
  }
}
