package quiesce.interpreter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.LockKind;
import quiesce.steps.Node;
import quiesce.steps.Program;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Value;

/** Which cell of a state holds what. */
final class Layout {
  /** In place of how many references to the module there are: nobody gets one. */
  static final int GOING = -1;

  final int objects;
  final int cpus;
  final List<Instance> instances = new ArrayList<>();

  /** Of each variable the first cell: its elements or its copies follow. */
  final Map<String, Integer> variables = new HashMap<>();

  /** Of each member the first cell: one for each object. */
  final Map<String, Integer> members = new HashMap<>();

  /** Of each lock the cell; of one that each object has, the first cell. */
  final Map<String, Integer> locks = new HashMap<>();

  /** The locks that each object has. */
  final Set<String> ofObjects;

  /** What the sites of static calls are patched to. */
  final Map<String, Integer> sites = new HashMap<>();

  /** The first cell with the life of an object, in order. */
  final int life;

  /** The first cell that says whether the grace period after an object has elapsed. */
  final int retired;

  /** Of each instance, the cell with the sections that its grace period waits for. */
  final int awaited;

  private int size;

  Layout(Program program, Bounds bounds) {
    this.cpus = bounds.cpus();
    int registered = program.module() ? 1 : bounds.registrations();
    int elsewhere =
        bounds.registrations()
            * program.readers().stream().mapToInt(KernelThread::allocations).sum();
    this.objects = registered * (1 + program.allocations()) + elsewhere;
    program.shared().forEach(v -> variables.put(v.name(), take(cells(v).size())));
    program.members().forEach(m -> members.put(m.name(), take(objects)));
    this.ofObjects = ofObjects(program);
    program.locks().forEach(l -> locks.put(l, take(ofObjects.contains(l) ? objects : 1)));
    if (program.threads().stream().anyMatch(t -> t.has(Layout::isReference))) {
      locks.put(LockKind.OF_MODULE, take(1));
    }
    program.sites().forEach(site -> sites.put(site.name(), take(1)));
    int tasks = Math.max(cpus, objects);
    this.life = take(objects);
    this.retired = take(objects);
    for (int i = 0; i < program.providers(); i++) {
      instances.add(instance(program.provider(), new Future(program.provider()), -1));
    }
    for (KernelThread t : program.readers()) {
      Future future = new Future(t);
      for (int i = 0; i < (t.context().isHandler() ? cpus : tasks); i++) {
        instances.add(instance(t, future, t.context().isHandler() ? i : -1));
      }
    }
    this.awaited = take(instances.size());
  }

  private static boolean isReference(Step s) {
    return s instanceof Access.Trylock t && t.kind().isOfModule();
  }

  /** The cell with how many references to the module there are, if they are counted. */
  Optional<Integer> countOfModule() {
    return Optional.ofNullable(locks.get(LockKind.OF_MODULE));
  }

  private static Set<String> ofObjects(Program program) {
    return program.threads().stream()
        .flatMap(t -> t.nodes().stream())
        .map(Node::step)
        .flatMap(
            s ->
                s instanceof Step.OfDeferred d && d.of().object().isPresent()
                    ? d.parts()
                    : s instanceof Step.OfLock l && l.object().isPresent()
                        ? Stream.of(l.lock())
                        : Stream.empty())
        .collect(Collectors.toSet());
  }

  private int take(int cells) {
    int first = size;
    size += cells;
    return first;
  }

  private Instance instance(KernelThread t, Future future, int home) {
    Map<String, Integer> locals = new HashMap<>();
    t.locals().keySet().forEach(l -> locals.put(l, take(1)));
    Map<String, Integer> srcu = new HashMap<>();
    t.nodes().stream()
        .filter(n -> n.step() instanceof Section.OfSrcu)
        .map(n -> ((Section.OfSrcu) n.step()).section())
        .forEach(s -> srcu.computeIfAbsent(s.domain() + " " + s.name(), x -> take(1)));
    return new Instance(
        instances.size(),
        t,
        future,
        home,
        take(1),
        take(1),
        take(1),
        take(1),
        take(Instance.REGIONS),
        locals,
        srcu);
  }

  /** What the copies or elements of a variable hold in the beginning. */
  private List<Value> cells(Program.Shared v) {
    if (!v.perCpu()) {
      return v.initial();
    }
    List<Value> all = new ArrayList<>();
    for (int i = 0; i < cpus; i++) {
      all.add(v.initial().get(0));
    }
    return all;
  }

  /** The state in which nothing has happened. */
  State initial(Program program) {
    State s = new State(size);
    BiConsumer<Integer, List<Value>> fill =
        (first, values) -> {
          for (int i = 0; i < values.size(); i++) {
            s.set(first + i, Terms.constant(values.get(i)));
          }
        };
    program.shared().forEach(v -> fill.accept(variables.get(v.name()), cells(v)));
    members.values().forEach(first -> setAll(s, first, objects, Word.UNINITIALISED));
    sites.values().forEach(cell -> s.set(cell, Word.NULL));
    setAll(s, life, objects, Life.RAW);
    countOfModule().ifPresent(count -> s.set(count, GOING));
    for (Instance t : instances) {
      s.set(t.at(), t.thread().entry());
      s.set(t.cpu(), -1);
      forget(s, t);
    }
    return s;
  }

  /** A thread that has not begun knows nothing. */
  void forget(State s, Instance t) {
    t.locals().forEach((name, cell) -> s.set(cell, t.future().before(name)));
    s.set(t.inside(), Word.NULL);
    s.set(t.uses(), Word.NULL);
  }

  private static void setAll(State s, int first, int count, int word) {
    for (int i = 0; i < count; i++) {
      s.set(first + i, word);
    }
  }

  int life(State s, int object) {
    return s.get(life + Word.numberOf(object));
  }

  /** The lives of an object. */
  static final class Life {
    static final int RAW = 0;
    static final int LIVE = 1;
    static final int TORN_DOWN = 2;

    private Life() {}
  }
}
