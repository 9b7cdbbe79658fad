package quiesce.promela;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import quiesce.export.Inexpressible;
import quiesce.lowering.Lowering;
import quiesce.promela.Statement.Branch;
import quiesce.property.Property;
import quiesce.steps.Access;
import quiesce.steps.KernelThread.LocalKind;
import quiesce.steps.LateStore;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Value;

/** A thread that is about to take the step of a node: what it asks, and what comes after. */
record At(World world, Crew crew, Node node) {
  /** Where a shared value is, and what must be so that it can be used. */
  record Cell(List<Statement> checks, String name) {
    /** The checks, and that something was ever written there, if it is in an object. */
    List<Statement> read() {
      return name.startsWith("m_") ? Statement.all(checks, List.of(written(name))) : checks;
    }
  }

  Terms terms() {
    return new Terms(world, crew);
  }

  String of(Value v) {
    return terms().of(v);
  }

  String local(String name) {
    return terms().local(name);
  }

  Spelling names() {
    return world.names();
  }

  /** Whether a property is one that the model has. */
  boolean applies(Property p) {
    return world.applies(p);
  }

  // ---- when

  /** The step on whatever CPU. */
  List<Branch> anywhere(List<Statement> then) {
    return when("true", then);
  }

  /** The same as soon as something is so. */
  List<Branch> when(String condition, List<Statement> then) {
    return List.of(new Branch(and(turn(), condition), then));
  }

  /** The step on each CPU that it may be taken on. */
  List<Branch> onEachCpu(String condition, Function<String, List<Statement>> then) {
    if (crew.isHandler()) {
      return when(condition, then.apply("cpu"));
    }
    return IntStream.range(0, world.cpus())
        .mapToObj(Integer::toString)
        .map(c -> new Branch(and("ON(%s)".formatted(c), condition), then.apply(c)))
        .toList();
  }

  private String turn() {
    return crew.isHandler() ? "HANDLES(%s)".formatted(crew.levelName()) : "TURN";
  }

  static String and(String one, String other) {
    return other.equals("true") ? one : one + " && " + other;
  }

  // ---- memory

  /** Where a place is, for a thread that runs on a CPU. */
  Cell cell(Location l, String cpu) {
    if (l instanceof Location.Member m) {
      String object = of(m.object());
      return new Cell(
          List.of(Statement.line("use(%s)", object)),
          "%s[%s]".formatted(names().member(m.name()), object));
    }
    String variable = names().variable(l.name());
    if (l instanceof Location.Element e) {
      String index = of(e.index());
      return new Cell(
          e.isWithin()
              ? List.of()
              : List.of(
                  Statement.when(
                      "%s < 0 || %s >= %d".formatted(index, index, e.size()),
                      Fault.WARNING.oops())),
          "%s[%s]".formatted(variable, index));
    } else if (l instanceof Location.ThisCpu) {
      return new Cell(List.of(), "%s[%s]".formatted(variable, cpu));
    } else if (l instanceof Location.OfCpu p) {
      return new Cell(List.of(), "%s[%s]".formatted(variable, of(p.cpu())));
    } else if (l instanceof Location.Global) {
      return new Cell(List.of(), variable);
    }
    throw new Inexpressible("a variable that a pointer leads to");
  }

  /** The step that uses a place: it matters on which CPU if that is a CPU's own. */
  List<Branch> with(Location l, Function<Cell, List<Statement>> then) {
    return l instanceof Location.ThisCpu
        ? onEachCpu("true", cpu -> then.apply(cell(l, cpu)))
        : anywhere(then.apply(cell(l, "")));
  }

  /** Nobody must read what was never written. */
  static Statement written(String cell) {
    return Statement.when(cell + " == UNWRITTEN", Fault.USE_BEFORE_INITIALISATION.oops());
  }

  /** A local gets what was found somewhere. */
  List<Statement> finds(String local, String found) {
    List<Statement> all = new ArrayList<>(List.of(bind(local, found)));
    if (crew.thread().locals().get(local) == LocalKind.OBJECT && meets()) {
      all.add(Statement.line("meets(%s)", local(local)));
    }
    return all;
  }

  /** Whether it must not find what a grace period was waited for. */
  boolean meets() {
    return !crew.isProvider()
        && !crew.thread().pinsProvider()
        && applies(Property.READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD);
  }

  Statement bind(String local, String value) {
    return Statement.line("%s = %s", local(local), value);
  }

  /** The run ends here. */
  static List<Statement> oops(Fault fault) {
    return List.of(fault.oops());
  }

  // ---- afterwards

  List<Statement> goOn() {
    return goOn(0);
  }

  /** The thread is past its step, at one of its exits. */
  List<Statement> goOn(int exit) {
    int next = crew.past(node.next().get(exit));
    if (next < 0) {
      return List.of(new Statement.Line("goto end_oops"));
    }
    List<Statement> all = new ArrayList<>();
    forget(next, all);
    hold(next, all);
    arrive(next, all);
    all.add(Statement.line("goto %s", label(crew, next)));
    return all;
  }

  /** What is not read again is as if it had never been set. */
  private void forget(int next, List<Statement> all) {
    for (String l : crew.thread().locals().keySet()) {
      boolean kept = crew.lives().isLate(l) || isRegistered(l);
      boolean known =
          crew.lives().reads(node.id(), l) || node.step().writes().filter(l::equals).isPresent();
      boolean over = crew.isEntry(next) ? kept || known : !kept && !crew.lives().reads(next, l);
      if (over && (kept || known)) {
        all.add(bind(l, "0"));
      }
    }
  }

  private boolean isRegistered(String local) {
    return crew.isProvider() && local.equals(Lowering.OBJECT);
  }

  private void hold(int next, List<Statement> all) {
    if (!applies(Property.PRIOR_READERS_COMPLETE)) {
      return;
    }
    for (String l : crew.held()) {
      boolean before = crew.lives().holds(node.id(), l);
      boolean after = crew.lives().holds(next, l);
      boolean set = node.step().writes().filter(l::equals).isPresent();
      String held = held(crew, l, names()) + "[me - " + crew.first() + "]";
      if (after && (set || !before)) {
        all.add(Statement.line("%s = (OBJECT(%s) -> %s : 0)", held, local(l), local(l)));
      } else if (before && !after) {
        all.add(Statement.line("%s = 0", held));
      }
    }
  }

  /** The array with what those of a crew hold in a local. */
  static String held(Crew crew, String local, Spelling names) {
    return "held_%s_%s".formatted(crew.name(), names.local(crew.thread().key(), local));
  }

  private void arrive(int next, List<Statement> all) {
    Step s = crew.thread().node(next).step();
    if (s instanceof Access.TearDown) {
      all.add(new Statement.Line("gone[obj] = true"));
    } else if (s instanceof Section.Registered && world.asksWhoIsRegistered()) {
      all.add(new Statement.Line("registered[me] = obj"));
    }
    if (crew.isEntry(next)) {
      ends(all);
    }
  }

  /** A run is over. */
  private void ends(List<Statement> all) {
    if (crew.calls()) {
      all.add(new Statement.Line("inside[me] = 0"));
      if (!crew.isProvider() && world.asksWhoseCallbacks()) {
        all.add(new Statement.Line("uses = 0"));
      }
    }
    if (crew.isHandler()) {
      all.add(Statement.line("running[cpu] = running[cpu] - %s", crew.levelName()));
      if (world.isAwaited("")) {
        all.add(new Statement.Line("ends(me)"));
      }
    }
    if (crew.thread().pinsProvider()) {
      all.add(new Statement.Line("pinning--"));
    }
  }

  /** A store that the compiler has put off is made: the thread is where it was. */
  List<Branch> late(LateStore l) {
    String pending = local(l.pending()) + " != 0";
    Function<Cell, List<Statement>> made =
        cell -> {
          List<Statement> all = new ArrayList<>(cell.checks());
          all.add(Statement.line("%s = %s", cell.name(), local(l.value())));
          all.add(bind(l.pending(), "0"));
          all.add(bind(l.value(), "0"));
          if (l.original().operand().isPresent()) {
            all.add(bind(l.operand(), "0"));
          }
          all.add(Statement.line("goto %s", label(crew, node.id())));
          return all;
        };
    return l.location() instanceof Location.ThisCpu
        ? onEachCpu(pending, cpu -> made.apply(cell(l.location(), cpu)))
        : when(pending, made.apply(cell(l.location(), "")));
  }

  /** Where a thread is that is about to take the step of a node. */
  static String label(Crew crew, int node) {
    return (crew.mayRest(node) ? "end_n" : "n") + node;
  }

  /** Where something is wrong, for a message: the thread, where the step is none of the file's. */
  quiesce.steps.Origin origin() {
    return Optional.of(node.origin()).filter(o -> !o.isHarness()).orElse(crew.thread().origin());
  }
}
