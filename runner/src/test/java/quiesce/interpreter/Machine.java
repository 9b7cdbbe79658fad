package quiesce.interpreter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import quiesce.steps.Access;
import quiesce.steps.LateStore;
import quiesce.steps.Location;
import quiesce.steps.Program;
import quiesce.steps.Section;

/** What a program may do next, one step of one thread at a time. */
final class Machine {
  /** The provider's local with its object. */
  static final String OBJECT = "obj";

  /**
   * @param by the thread
   */
  record Move(Instance by, Turn.Outcome to) {}

  final Layout layout;
  private final Program program;
  private final List<String> published;
  private final boolean roomForSeveral;
  private final Cpus cpus;
  private final Sections sections;
  private final Steps steps;

  Machine(Program program, Bounds bounds) {
    this.program = program;
    List<Location> places = Phases.of(program.provider()).published();
    this.published =
        places.stream()
            .filter(Location.Global.class::isInstance)
            .map(Location::name)
            .distinct()
            .toList();
    this.roomForSeveral = places.stream().anyMatch(Location.Element.class::isInstance);
    this.layout = new Layout(program, bounds);
    this.cpus = new Cpus(bounds.cpus(), layout.instances);
    this.sections = new Sections(layout);
    this.steps = new Steps(program, layout, sections, cpus);
  }

  State initial() {
    return layout.initial(program);
  }

  /** All that may happen next. */
  List<Move> moves(State s) {
    List<Move> all = new ArrayList<>();
    for (Instance t : layout.instances) {
      for (int c : cpus.of(s, t).toArray()) {
        turns(s, t, c).forEach(o -> all.add(new Move(t, o)));
      }
    }
    return all;
  }

  private Stream<Turn.Outcome> turns(State s, Instance t, int cpu) {
    Turn next = new Turn(layout, s, t, cpu);
    steps.take(next);
    List<Turn.Outcome> all = new ArrayList<>(next.outcomes());
    if (!t.isIdle(s)) {
      for (LateStore l : t.thread().lateStores()) {
        Turn late = new Turn(layout, s, t, cpu);
        steps.late(late, l);
        all.addAll(late.outcomes());
      }
    }
    all.forEach(o -> sections.settle(o.state(), layout.instances.size()));
    return all.stream();
  }

  /** Whether a reader still has an object: it is inside of it, or will use a pointer to it. */
  boolean isHeld(State s, int object) {
    return layout.instances.stream()
        .filter(t -> !t.isProvider())
        .anyMatch(
            t ->
                s.get(t.inside()) == object
                    || t.locals().entrySet().stream()
                        .anyMatch(
                            l ->
                                s.get(l.getValue()) == object
                                    && t.future().holds(s.get(t.at()), l.getKey())));
  }

  /** Whether an object has ended, or is about to, its provider having unregistered it. */
  boolean isGone(State s, int object) {
    return layout.life(s, object) == Layout.Life.TORN_DOWN
        || layout.instances.stream()
            .anyMatch(
                t ->
                    t.isProvider()
                        && t.node(s).step() instanceof Access.TearDown
                        && s.get(t.locals().get(OBJECT)) == object);
  }

  /** Whether a provider is registered and its registration is not what everybody finds. */
  boolean isLost(State s) {
    if (roomForSeveral) {
      return false;
    }
    List<Instance> registered =
        layout.instances.stream()
            .filter(t -> t.isProvider() && t.node(s).step() instanceof Section.Registered)
            .toList();
    return published.isEmpty()
        ? registered.size() > 1
        : registered.stream()
            .anyMatch(
                t ->
                    published.stream()
                        .anyMatch(
                            v -> s.get(layout.variables.get(v)) != s.get(t.locals().get(OBJECT))));
  }

  /** A provider keeps its object to the end, whether its functions take it or not. */
  static boolean isKept(Instance t, String local) {
    return t.isProvider() && local.equals(OBJECT);
  }
}
