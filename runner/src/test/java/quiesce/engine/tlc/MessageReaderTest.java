package quiesce.engine.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageReaderTest {
  private final List<Message> messages = new ArrayList<>();
  private final List<String> unframed = new ArrayList<>();

  @Test
  void keepsUnframedLinesApart() {
    read("before", start(2193, 0), "done", end(2193), "after");

    assertThat(messages).containsExactly(new Message(2193, 0, "done", List.of()));
    assertThat(unframed).containsExactly("before", "after");
  }

  @Test
  void readsAMessageThatBeginsWithinALineOfAnother() {
    read(
        start(1000, 1),
        "TLC threw an unexpected exception.",
        ": " + start(5006, 0),
        "line 3",
        end(5006),
        end(1000));

    Message inner = new Message(5006, 0, "line 3", List.of());
    assertThat(messages)
        .containsExactly(
            new Message(1000, 1, "TLC threw an unexpected exception.\n: \nline 3", List.of(inner)));
    assertThat(messages.get(0).mentions(5006)).isTrue();
    assertThat(messages.get(0).mentions(5001)).isFalse();
  }

  @Test
  void takesAMarkerWithinALineOutsideOfAMessageForText() {
    read("\"" + start(2110, 1), "\"" + start(2110, 1) + "\"");

    assertThat(messages).isEmpty();
    assertThat(unframed).hasSize(2);
  }

  @Test
  void handsOnNoMessageThatTheOutputEndsIn() {
    read(start(2217, 4), "1: <Initial predicate>", "/\\ x = 1");

    assertThat(messages).isEmpty();
  }

  @Test
  void ignoresAnEndWithoutABegin() {
    read(end(2186), start(2193, 0), end(2186), end(2193));

    assertThat(messages).hasSize(1);
    assertThat(unframed).containsExactly(end(2186));
  }

  @Test
  void endsAMessageTogetherWithTheOneAroundIt() {
    read(start(2111, 1), start(2184, 0), "text", end(2111), "after");

    assertThat(messages).hasSize(1);
    assertThat(messages.get(0).mentions(2184)).isTrue();
    assertThat(unframed).containsExactly("after");
  }

  @Test
  void keepsALimitedPartOfAnEndlessMessageButAllOfAState() {
    for (int severity : List.of(1, 4)) {
      MessageReader reader = reader();
      reader.line(start(1, severity));
      for (int i = 0; i < 200_000; i++) {
        reader.line("0123456789");
      }
      reader.line(end(1));
    }

    assertThat(messages.get(0).text().length()).isBetween(1 << 20, (1 << 20) + 20);
    assertThat(messages.get(1).text().length()).isEqualTo(200_000 * 11 - 1);
  }

  private void read(String... lines) {
    MessageReader reader = reader();
    List.of(lines).forEach(reader::line);
  }

  private MessageReader reader() {
    return new MessageReader(
        new MessageReader.Handler() {
          @Override
          public void message(Message message) {
            messages.add(message);
          }

          @Override
          public void unframed(String line) {
            unframed.add(line);
          }
        });
  }

  private static String start(int code, int severity) {
    return "@!@!@STARTMSG " + code + ":" + severity + " @!@!@";
  }

  private static String end(int code) {
    return "@!@!@ENDMSG " + code + " @!@!@";
  }
}
