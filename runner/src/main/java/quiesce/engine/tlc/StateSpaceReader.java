package quiesce.engine.tlc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import quiesce.tla.StringEscapes;

/**
 * Reads the graph that TLC dumps, a statement of DOT a line. TLC names its states by their hashes;
 * here they are numbered from the initial states on, so that the same specification gives the same
 * numbers.
 */
final class StateSpaceReader {
  private static final String LABEL = "\\[label=\"((?:[^\"\\\\]++|\\\\.)*+)\"";
  private static final Pattern STATE = Pattern.compile("(-?\\d+) " + LABEL + "(.*)");
  private static final Pattern STEP = Pattern.compile("(-?\\d+) -> (-?\\d+) " + LABEL + ".*");

  private final Map<String, String> texts = new HashMap<>();
  private final Set<String> initial = new TreeSet<>();
  private final Map<String, Set<Edge>> edges = new HashMap<>();
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  /** To a state, which is ordered by what it is and not by its name. */
  private record Edge(String action, String text, String to) {}

  private StateSpaceReader() {}

  static StateSpace of(List<String> lines) {
    return new StateSpaceReader().read(lines);
  }

  private StateSpace read(List<String> lines) {
    lines.forEach(this::state);
    lines.forEach(this::step);
    number();
    List<State> states = new ArrayList<>();
    List<StateSpace.Step> steps = new ArrayList<>();
    numbers.forEach(
        (name, number) -> {
          var values = TraceReader.variables(texts.get(name));
          states.add(new State(number, Optional.empty(), values));
          for (Edge e : edges.getOrDefault(name, Set.of())) {
            steps.add(new StateSpace.Step(number, e.action(), numbers.get(e.to())));
          }
        });
    return new StateSpace(
        states, initial.stream().map(numbers::get).collect(Collectors.toSet()), steps);
  }

  private void state(String line) {
    Matcher state = STATE.matcher(line);
    if (state.matches()) {
      texts.put(state.group(1), unescape(state.group(2)));
      if (state.group(3).contains("filled")) {
        // Only the initial states are.
        initial.add(state.group(1));
      }
    }
  }

  private void step(String line) {
    Matcher step = STEP.matcher(line);
    if (step.matches()) {
      edges
          .computeIfAbsent(
              step.group(1),
              from -> new TreeSet<>(Comparator.comparing(Edge::action).thenComparing(Edge::text)))
          .add(new Edge(unescape(step.group(3)), texts.get(step.group(2)), step.group(2)));
    }
  }

  private void number() {
    Deque<String> waiting = new ArrayDeque<>();
    initial.stream().sorted(Comparator.comparing(texts::get)).forEach(waiting::add);
    while (!waiting.isEmpty()) {
      String state = waiting.remove();
      if (numbers.putIfAbsent(state, numbers.size() + 1) == null) {
        edges.getOrDefault(state, Set.of()).forEach(e -> waiting.add(e.to()));
      }
    }
  }

  private static String unescape(String label) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < label.length(); i++) {
      char c = label.charAt(i);
      text.append(c == '\\' ? StringEscapes.unescape(label.charAt(++i)) : c);
    }
    return text.toString();
  }
}
