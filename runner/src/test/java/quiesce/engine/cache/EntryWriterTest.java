package quiesce.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import quiesce.engine.tlc.TlcListener;
import quiesce.store.Key;

class EntryWriterTest {
  private static final Key KEY = new Key("0123456789abcdef".repeat(4));

  @Test
  void aRunThatDidNotEndByItselfMakesNone() {
    EntryWriter writer = new EntryWriter(KEY, 1000);
    writer.line(TlcListener.Stream.OUTPUT, "said");

    assertThat(writer.entry(Duration.ZERO)).isEmpty();
  }

  @Test
  void whatIsSaidAfterTheEndIsInNone() {
    EntryWriter writer = new EntryWriter(KEY, 1000);
    writer.ended(0, List.of());
    writer.line(TlcListener.Stream.OUTPUT, "said");

    assertThat(writer.entry(Duration.ZERO)).isEmpty();
  }

  @Test
  void whatIsTooLargeMakesNone() {
    EntryWriter writer = new EntryWriter(KEY, 1000);
    new Random(1)
        .ints(2000)
        .forEach(n -> writer.line(TlcListener.Stream.OUTPUT, Integer.toString(n)));
    writer.ended(0, List.of());

    assertThat(writer.entry(Duration.ZERO)).isEmpty();
  }
}
