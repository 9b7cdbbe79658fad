package quiesce.engine.tlc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quiesce.tla.Value;

/** Puts a trace together from TLC's messages. */
final class TraceReader {
  private static final Pattern HEADER =
      Pattern.compile("(\\d+): (?:Back to state: )?(?:<(.*)>)?.*");
  // In the -tool protocol, an action with parameters may be printed with them: <Go(a) line 6, ...>.
  private static final Pattern ACTION = Pattern.compile("([^\\s(]+).* line \\d+, col \\d+ .*");
  private static final Pattern ASSIGNMENT = Pattern.compile("(?:/\\\\ )?(\\w+) = (.*)");

  private final List<State> states = new ArrayList<>();
  private Trace.End end = new Trace.Stops();

  Trace trace() {
    return states.isEmpty() ? Trace.NONE : new Trace(states, end);
  }

  /** Takes a message of severity 4. */
  void message(Message message) {
    Matcher header = HEADER.matcher(firstLine(message.text()));
    if (!header.matches()) {
      return;
    }
    int number = Integer.parseInt(header.group(1));
    Optional<String> action = actionName(Optional.ofNullable(header.group(2)).orElse(""));
    switch (message.code()) {
      case Code.BACK_TO_STATE -> end = new Trace.GoesBack(number, action);
      case Code.STUTTERING -> end = new Trace.Stutters();
      default -> states.add(new State(number, action, variables(afterFirstLine(message.text()))));
    }
  }

  /** Takes an initial state that is within the message of an error (2107, 2108). */
  void initialState(Message message) {
    states.add(new State(1, Optional.empty(), variables(afterFirstLine(message.text()))));
  }

  /** The name in {@code Next line 5, col 9 to ...}; none for {@code Initial predicate}. */
  private static Optional<String> actionName(String header) {
    Matcher action = ACTION.matcher(header);
    return action.matches() ? Optional.of(action.group(1)) : Optional.empty();
  }

  /** The values in a state's text, one variable a line or with a conjunction before each. */
  static Map<String, Value> variables(String text) {
    Map<String, Value> variables = new LinkedHashMap<>();
    String name = "";
    StringBuilder value = new StringBuilder();
    // A value continues over several lines, and none of these begins with a conjunction.
    boolean conjunction = text.startsWith("/\\ ");
    for (String line : text.split("\n")) {
      Matcher assignment = ASSIGNMENT.matcher(line);
      boolean begins = conjunction ? line.startsWith("/\\ ") : name.isEmpty();
      if (begins && assignment.matches()) {
        put(variables, name, value);
        name = assignment.group(1);
        value = new StringBuilder(assignment.group(2));
      } else {
        value.append('\n').append(line);
      }
    }
    put(variables, name, value);
    return variables;
  }

  private static void put(Map<String, Value> variables, String name, CharSequence text) {
    if (!name.isEmpty()) {
      variables.put(name, valueOf(text.toString().strip()));
    }
  }

  private static Value valueOf(String text) {
    try {
      return ValueParser.parse(text);
    } catch (ValueSyntaxException e) {
      return new Value.Unread(text);
    }
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  private static String afterFirstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? "" : text.substring(end + 1);
  }
}
