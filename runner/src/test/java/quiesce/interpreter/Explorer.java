package quiesce.interpreter;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import quiesce.property.Property;
import quiesce.steps.Program;

/**
 * Runs the steps of a program in every order under sequential consistency, and judges the states.
 * It knows the steps as lowering hands them on, and nothing of what becomes of them.
 */
public final class Explorer {
  private final Machine machine;
  private final Program program;
  private final int most;
  private final Map<State, Integer> numbers = new HashMap<>();
  private final List<State> states = new ArrayList<>();
  private final List<Runs.Place> places = new ArrayList<>();
  private final Set<Property> violated = EnumSet.noneOf(Property.class);

  private Explorer(Program program, Bounds bounds, int most) {
    this.machine = new Machine(program, bounds);
    this.program = program;
    this.most = most;
  }

  /**
   * @param most states; empty if there are more
   */
  public static Optional<Findings> explore(Program program, Bounds bounds, int most) {
    Explorer e = new Explorer(program, bounds, most);
    return e.explore() ? Optional.of(new Findings(e.violated, e.states.size())) : Optional.empty();
  }

  private boolean explore() {
    number(machine.initial());
    for (int i = 0; i < states.size(); i++) {
      if (states.size() > most) {
        return false;
      }
      places.add(visit(states.get(i)));
    }
    violated.addAll(new Runs(places).violated(machine.layout.instances));
    return true;
  }

  private int number(State s) {
    Integer known = numbers.putIfAbsent(s, states.size());
    if (known == null) {
      states.add(s);
      judge(s);
    }
    return known == null ? states.size() - 1 : known;
  }

  private Runs.Place visit(State s) {
    BitSet begun = new BitSet();
    BitSet able = new BitSet();
    List<Runs.Way> ways = new ArrayList<>();
    BitSet obliged = new BitSet();
    for (Instance t : machine.layout.instances) {
      begun.set(t.number(), t.hasBegun(s));
      obliged.set(t.number(), t.hasBegun(s) || t.isAskedFor(s));
    }
    for (Machine.Move m : machine.moves(s)) {
      able.set(m.by().number());
      m.to().faults().forEach(f -> violated.add(f.violated()));
      if (m.to().oops()) {
        judge(m.to().state());
      } else {
        ways.add(new Runs.Way(m.by().number(), number(m.to().state())));
      }
    }
    able.and(obliged);
    boolean anyone = machine.layout.instances.stream().anyMatch(t -> t.hasBegun(s) && !t.rests(s));
    if (anyone && able.isEmpty()) {
      violated.add(Property.NO_DEADLOCK);
    }
    return new Runs.Place(s, begun, able, ways);
  }

  /** What is wrong with a state by itself. */
  private void judge(State s) {
    boolean late =
        IntStream.range(0, machine.layout.objects)
            .map(Word::object)
            .anyMatch(o -> machine.isGone(s, o) && machine.isHeld(s, o));
    if (late && !program.permanent()) {
      violated.add(Property.PRIOR_READERS_COMPLETE);
    }
    if (program.providers() > 1 && machine.isLost(s)) {
      violated.add(Property.SINGLE_PROVIDER);
    }
  }
}
