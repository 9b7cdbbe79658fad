package quiesce.reference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import quiesce.litmus.tree.LitmusTest;
import quiesce.reference.State.Cpu;
import quiesce.reference.State.Known;
import quiesce.reference.State.Unlocked;
import quiesce.reference.Views.Dependency;
import quiesce.reference.Views.History;
import quiesce.reference.Views.Message;
import quiesce.reference.Views.View;
import quiesce.steps.Litmus;

/**
 * A second opinion on the weak model: explores a litmus test state by state, one instruction at a
 * time. It shares the parser with what it judges, and nothing else.
 */
public final class Machine {
  private static final int MOST_STATES = 400_000;

  private final Processes processes;
  private final List<String> locations;
  private final Step rules;

  private Machine(LitmusTest test) {
    this.processes = new Processes(test);
    this.locations = processes.locations();
    this.rules = new Step(locations);
  }

  /**
   * The final states.
   *
   * @param observed what they are told by
   * @throws UnsupportedOperationException for what this machine does not have, and too many states
   */
  public static Set<List<String>> outcomes(LitmusTest test, List<Litmus.Observed> observed) {
    return new Machine(test).explore(observed);
  }

  private Set<List<String>> explore(List<Litmus.Observed> observed) {
    Set<List<String>> finals = new HashSet<>();
    Set<State> seen = new HashSet<>();
    Deque<State> work = new ArrayDeque<>();
    work.add(initial());
    while (!work.isEmpty()) {
      State state = work.removeLast();
      if (!seen.add(state)) {
        continue;
      }
      if (seen.size() > MOST_STATES) {
        throw new UnsupportedOperationException("more than " + MOST_STATES + " states");
      }
      boolean ended = true;
      for (int p = 0; p < state.cpus().size(); p++) {
        List<Integer> rest = state.cpus().get(p).rest();
        if (!rest.isEmpty()) {
          ended = false;
          work.addAll(step(state, p, 0));
          for (int k : Reordering.early(rest, processes.instructions())) {
            work.addAll(step(state, p, k));
          }
        }
      }
      if (ended) {
        finals.add(observed.stream().map(o -> value(state, o)).toList());
      }
    }
    return finals;
  }

  private String value(State s, Litmus.Observed o) {
    if (o instanceof Litmus.Observed.Register r) {
      Known known = s.cpus().get(r.process()).registers().get(r.local());
      return known == null ? "0" : known.value().toString();
    }
    List<Message> all = s.history().of(locations.indexOf(((Litmus.Observed.Memory) o).name()));
    return all.get(all.size() - 1).value().toString();
  }

  private State initial() {
    View nothing = View.nothing(locations.size());
    Dependency none = new Dependency(nothing, nothing);
    List<List<Message>> messages = new ArrayList<>();
    for (String l : locations) {
      messages.add(
          List.of(
              new Message(0, -1, processes.initial(l), nothing, false, nothing, none, nothing)));
    }
    List<Cpu> cpus = new ArrayList<>();
    for (int p = 0; p < processes.programs().size(); p++) {
      TreeMap<String, Known> registers = new TreeMap<>();
      processes.registers(p).forEach((r, v) -> registers.put(r, new Known(v, none)));
      cpus.add(
          new Cpu(
              processes.programs().get(p),
              registers,
              nothing,
              nothing,
              nothing,
              nothing,
              nothing,
              nothing,
              List.of(none),
              new Unlocked(nothing, nothing, nothing),
              List.of(),
              Set.of()));
    }
    return new State(new History(messages), nothing, Map.of(), Map.of(), cpus);
  }

  /** The states after the instruction at a place of what the process has still to do. */
  private List<State> step(State state, int process, int place) {
    List<Integer> rest = new ArrayList<>(state.cpus().get(process).rest());
    int number = rest.remove(place);
    int passed = Collections.frequency(rest.subList(0, place), State.LEAVE);
    Work at = new Work(state, process, rest, passed);
    if (number == State.LEAVE) {
      at.branches.remove(at.branches.size() - 1);
      return List.of(at.state());
    }
    return rules.take(processes.instructions().get(number), number + 1, at);
  }
}
