package quiesce.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.steps.Access;
import quiesce.steps.Closure;
import quiesce.steps.Context;
import quiesce.steps.KernelThread;
import quiesce.steps.KernelThread.LocalKind;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Operation;
import quiesce.steps.Program;
import quiesce.steps.Step;
import quiesce.steps.Value;

/**
 * The numbers and bools that decide nothing, as those of statistics: what they hold only ever
 * becomes the value of another one. No branch, warning, place in memory or outcome depends on it,
 * but for {@link VainBranches} and {@link FreeBranches}, and no access to them orders anything.
 * docs/decisions/0050 has the argument.
 */
final class Data {
  /** A local of a thread, or a place in memory, which has none. */
  private record Holder(String thread, String name) {}

  /** What a step assigns to a holder. */
  private record Flow(Holder into, List<Value> values) {}

  /** A branch of a thread. */
  private record Fork(String thread, int node) {}

  private final Set<Holder> deciding;

  /** For what may decide, what decides then, too. */
  private final Map<Holder, Set<Holder>> from;

  private final Set<Holder> counted;
  private final Set<Fork> vain;

  private Data(
      Set<Holder> deciding, Map<Holder, Set<Holder>> from, Set<Holder> counted, Set<Fork> vain) {
    this.deciding = deciding;
    this.from = from;
    this.counted = counted;
    this.vain = vain;
  }

  /** The largest set: that of which all branches decide nothing that do so because of it. */
  static Data of(Program program) {
    Set<Holder> counted = counted(program);
    FreeBranches free = new FreeBranches(program);
    Set<Fork> vain = new HashSet<>();
    for (KernelThread t : program.threads()) {
      t.nodes().stream()
          .filter(n -> !counted.isEmpty() || free.mayBe(t, n))
          .filter(n -> n.step() instanceof Local.Branch b && !isOfObject(t, b.condition()))
          .forEach(n -> vain.add(new Fork(t.key(), n.id())));
    }
    Thresholds thresholds = new Thresholds(program);
    Data data = of(program, counted, vain);
    while (vain.retainAll(data.forks(program, thresholds, free))) {
      data = of(program, counted, vain);
    }
    return data;
  }

  /** The branches that decide nothing, if those decide nothing that are said to. */
  private Set<Fork> forks(Program program, Thresholds thresholds, FreeBranches free) {
    Set<Fork> all = new HashSet<>();
    for (KernelThread t : program.threads()) {
      VainBranches branches = new VainBranches(t, this, thresholds);
      t.nodes().stream()
          .filter(n -> isVain(t, n) && (branches.has(n) || free.has(t, n, this)))
          .forEach(n -> all.add(new Fork(t.key(), n.id())));
    }
    return all;
  }

  private static Data of(Program program, Set<Holder> counted, Set<Fork> vain) {
    Set<Holder> numbers =
        program.shared().stream()
            .filter(s -> s.initial().stream().allMatch(Data::isNumber))
            .map(s -> memory(s.name()))
            .collect(Collectors.toCollection(HashSet::new));
    program.threads().stream().flatMap(Counting::members).map(Data::place).forEach(numbers::add);
    numbers(program).forEach(numbers::add);
    Set<Holder> roots = new HashSet<>();
    Map<Holder, Set<Holder>> from = new HashMap<>();
    for (KernelThread t : program.threads()) {
      for (Node n : t.nodes()) {
        if (!vain.contains(new Fork(t.key(), n.id()))) {
          note(t, n.step(), numbers, roots, from);
        }
      }
    }
    return new Data(
        Closure.of(roots.stream(), h -> from.getOrDefault(h, Set.of()).stream()),
        from,
        counted,
        Set.copyOf(vain));
  }

  /**
   * Where readers count on and on, and nobody does anything else. Not members: what a branch asks
   * of one is a use of its object, which has to stay.
   */
  private static Set<Holder> counted(Program program) {
    Set<Holder> all = new HashSet<>();
    Set<Holder> others = new HashSet<>();
    for (KernelThread t : program.threads()) {
      for (Node n : t.nodes()) {
        place(n.step())
            .filter(l -> !(n.step() instanceof Access.Load || l instanceof Location.Member))
            .ifPresent(l -> (grows(t, n.step()) ? all : others).add(place(l)));
      }
    }
    all.removeAll(others);
    return all;
  }

  private static boolean grows(KernelThread t, Step s) {
    return t.context() != Context.PROVIDER
        && s instanceof Access.Rmw r
        && r.operation() instanceof Operation.AtomicFetch f
        && f.operator() == Value.Operator.PLUS
        && f.operand() instanceof Value.Number n
        && n.value() > 0;
  }

  /** The members that hold nothing but numbers. */
  private static Stream<Holder> numbers(Program program) {
    Set<Holder> others = new HashSet<>();
    for (KernelThread t : program.threads()) {
      for (Node n : t.nodes()) {
        flow(t, n.step())
            .filter(f -> !f.values().stream().allMatch(v -> isNumber(t, v)))
            .ifPresent(f -> others.add(f.into()));
      }
    }
    return program.members().stream()
        .filter(m -> !m.slot() && !m.link())
        .filter(
            m -> Stream.concat(m.initial().stream(), m.choices().stream()).allMatch(Data::isNumber))
        .map(m -> memory(Location.memberKey(m.name())))
        .filter(m -> !others.contains(m));
  }

  private static boolean isNumber(KernelThread t, Value v) {
    return isNumber(v)
        || v instanceof Value.Arithmetic
        || v instanceof Value.AsNumber
        || v instanceof Value.Local l && t.locals().get(l.name()) == LocalKind.VALUE;
  }

  private static boolean isNumber(Value initial) {
    return initial instanceof Value.Number || initial instanceof Value.Truth;
  }

  private static Holder memory(String name) {
    return new Holder("", name);
  }

  private static Holder place(Location l) {
    return memory(l.key());
  }

  private static Holder local(KernelThread t, String name) {
    return new Holder(t.key(), name);
  }

  /**
   * @param roots gets what decides something in this step
   * @param from gets, for what may decide elsewhere, what decides then, too
   */
  private static void note(
      KernelThread t,
      Step s,
      Set<Holder> numbers,
      Set<Holder> roots,
      Map<Holder, Set<Holder>> from) {
    Optional<Flow> flow = flow(t, s);
    Stream<String> operands =
        flow.isPresent() ? place(s).stream().flatMap(Location::locals) : s.reads();
    operands.forEach(l -> roots.add(local(t, l)));
    flow.ifPresent(
        f -> {
          f.values().stream()
              .flatMap(Value::locals)
              .forEach(l -> edge(from, f.into(), local(t, l)));
          if (f.values().stream().anyMatch(v -> isOfObject(t, v))) {
            roots.add(f.into());
          }
        });
    place(s)
        .ifPresent(
            l -> {
              if (!numbers.contains(place(l)) || !canGo(s, l) && !Counting.canStay(s, l)) {
                roots.add(place(l));
              }
              s.writes().ifPresent(w -> edge(from, local(t, w), place(l)));
            });
  }

  private static void edge(Map<Holder, Set<Holder>> from, Holder decides, Holder too) {
    from.computeIfAbsent(decides, k -> new HashSet<>()).add(too);
  }

  private static Optional<Flow> flow(KernelThread t, Step s) {
    if (s instanceof Local.Assign a) {
      return Optional.of(new Flow(local(t, a.local()), List.of(a.value())));
    } else if (s instanceof Access.Store w) {
      return Optional.of(new Flow(place(w.location()), List.of(w.value())));
    } else if (s instanceof Local.PostponeStore p) {
      return Optional.of(new Flow(place(p.store().original()), List.of(p.value())));
    } else if (s instanceof Access.Rmw r) {
      return Optional.of(new Flow(place(r.location()), r.operation().operands().toList()));
    }
    return Optional.empty();
  }

  /** The place that a step accesses, or will once it is no longer put off. */
  private static Optional<Location> place(Step s) {
    return s instanceof Local.PostponeStore p ? Optional.of(p.store().original()) : s.touches();
  }

  /** Who compares a pointer holds on to the object until then: that must be seen. */
  private static boolean isOfObject(KernelThread t, Value v) {
    return v.locals().anyMatch(l -> t.locals().get(l) == LocalKind.OBJECT);
  }

  /** Whether others notice nothing of an access if they do not see the value. */
  private static boolean canGo(Step s, Location l) {
    boolean faults =
        l instanceof Location.Member
            || l instanceof Location.Pointee
            || l instanceof Location.Element e && !e.isWithin();
    return !faults && !orders(s);
  }

  static boolean orders(Step s) {
    return Access.Marking.ACQUIRE.of(s)
        || Access.Marking.RELEASE.of(s)
        || s instanceof Access.Rmw r
            && (r.operation().mayFail()
                || r.order() == Access.Order.ACQUIRE
                || r.order() == Access.Order.RELEASE);
  }

  /** Whether what a place holds decides nothing. */
  boolean has(Location l) {
    return !deciding.contains(place(l));
  }

  boolean hasMember(String name) {
    return !deciding.contains(memory(Location.memberKey(name)));
  }

  boolean hasVariable(String name) {
    return !deciding.contains(memory(name));
  }

  /** Whether a branch comes to the same, whichever way is taken. */
  boolean isVain(KernelThread t, Node branch) {
    return vain.contains(new Fork(t.key(), branch.id()));
  }

  /** Whether what a local holds comes from where something is counted, which decides nothing. */
  boolean isCounted(KernelThread t, String local) {
    return Closure.of(Stream.of(local(t, local)), h -> from.getOrDefault(h, Set.of()).stream())
        .stream()
        .anyMatch(h -> counted.contains(h) && !deciding.contains(h));
  }

  boolean hasLocal(KernelThread t, String local) {
    return !deciding.contains(local(t, local));
  }
}
