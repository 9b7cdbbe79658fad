package quiesce.engine.tlc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes TLC's output in the {@code -tool} protocol apart, line by line. A message may hold others;
 * what is outside of all messages (the parser's errors, what the specification prints) is handed on
 * as it is. A message that the output ends in is never handed on.
 */
final class MessageReader {
  /** Where the parts go. */
  interface Handler {
    void message(Message message);

    void unframed(String line);
  }

  // An inner message may begin within a line of the outer one: "The exception was ... :
  // @!@!@START".
  private static final Pattern START =
      Pattern.compile("(.*?)@!@!@STARTMSG (-?\\d+):(\\d+) @!@!@\\s*");
  private static final Pattern END = Pattern.compile("@!@!@ENDMSG (-?\\d+) @!@!@\\s*");

  /** A message can hold a stack trace for each of many errors: no verdict needs all of that. */
  private static final int MAX_TEXT = 1 << 20;

  private final Handler handler;
  private final Deque<Frame> open = new ArrayDeque<>();

  MessageReader(Handler handler) {
    this.handler = handler;
  }

  void line(String line) {
    if (!line.contains("@!@!@")) {
      text(line);
      return;
    }
    Matcher start = START.matcher(line);
    Matcher end = END.matcher(line);
    if (start.matches() && (start.group(1).isEmpty() || !open.isEmpty())) {
      if (!start.group(1).isBlank()) {
        text(start.group(1));
      }
      open.push(new Frame(Integer.parseInt(start.group(2)), Integer.parseInt(start.group(3))));
    } else if (end.matches() && opened(Integer.parseInt(end.group(1)))) {
      close(Integer.parseInt(end.group(1)));
    } else {
      text(line);
    }
  }

  private boolean opened(int code) {
    return open.stream().anyMatch(frame -> frame.code == code);
  }

  /** Ends the innermost message of this code; one inside of it that was not ended ends as well. */
  private void close(int code) {
    Frame frame = open.pop();
    Message message = frame.message();
    if (open.isEmpty()) {
      handler.message(message);
    } else {
      open.peek().inner.add(message);
      open.peek().append(message.text());
    }
    if (frame.code != code) {
      close(code);
    }
  }

  private void text(String line) {
    if (open.isEmpty()) {
      handler.unframed(line);
    } else {
      open.peek().append(line);
    }
  }

  private static final class Frame {
    private final int code;
    private final int severity;
    private final StringBuilder text = new StringBuilder();
    private final List<Message> inner = new ArrayList<>();

    Frame(int code, int severity) {
      this.code = code;
      this.severity = severity;
    }

    void append(String line) {
      // A state must be whole, however large it is.
      if (severity == Message.STATE || text.length() < MAX_TEXT) {
        text.append(text.isEmpty() ? "" : "\n").append(line);
      }
    }

    Message message() {
      return new Message(code, severity, text.toString(), List.copyOf(inner));
    }
  }
}
