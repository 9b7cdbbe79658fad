package quiesce.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import quiesce.engine.tlc.Replay;
import quiesce.engine.tlc.TlcListener;
import quiesce.store.Key;

/** Entries of whatever may be said, by whatever engine. */
class EntryPropertiesTest {
  private static final Key KEY = new Key("0123456789abcdef".repeat(4));

  @Property(tries = 300)
  void whatIsReadIsWhatWasSaid(
      @ForAll @Size(max = 20)
          List<@StringLength(max = 30) @CharRange(from = ' ', to = '\u30ff') String> lines,
      @ForAll @IntRange(max = 255) int exit) {
    EntryWriter writer = new EntryWriter(KEY, 1_000_000);
    Replay replay = new Replay();
    say(lines, exit, writer);
    say(lines, exit, replay);

    byte[] entry = writer.entry(Duration.ofMillis(exit)).orElseThrow();

    assertThat(EntryReader.read(entry, KEY)).contains(replay.result(Duration.ofMillis(exit)));
  }

  @Property(tries = 300)
  void noneIsReadFromOneThatWasWrittenOver(
      @ForAll @Size(min = 1, max = 8) byte[] over, @ForAll @IntRange(max = 1000) int place) {
    EntryWriter writer = new EntryWriter(KEY, 1_000_000);
    say(List.of("some text"), 0, writer);
    byte[] entry = writer.entry(Duration.ZERO).orElseThrow();
    byte[] damaged = entry.clone();
    int at = place % (entry.length - over.length);
    System.arraycopy(over, 0, damaged, at, over.length);

    assertThat(EntryReader.read(damaged, KEY).isPresent()).isEqualTo(Arrays.equals(entry, damaged));
  }

  @Property(tries = 100)
  void bytesThatNobodyWroteAreNone(@ForAll @Size(max = 200) byte[] bytes) {
    assertThat(EntryReader.read(bytes, KEY)).isEmpty();
  }

  private static void say(List<String> lines, int exit, TlcListener recorder) {
    for (int i = 0; i < lines.size(); i++) {
      recorder.line(
          i % 3 == 2 ? TlcListener.Stream.ERRORS : TlcListener.Stream.OUTPUT, lines.get(i));
    }
    recorder.ended(exit, List.of());
  }
}
