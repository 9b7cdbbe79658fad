package quiesce.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.analysis.Quiet;
import quiesce.steps.Access;
import quiesce.steps.Context;
import quiesce.steps.LateStore;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Step;
import quiesce.steps.Value;
import quiesce.tla.Conjunct;
import quiesce.tla.Expression;
import quiesce.tla.Logic;
import quiesce.tla.Operator;
import quiesce.tla.Way;

/**
 * The crowds of a specification for any number of CPUs and tasks: the set of the states that CPUs
 * are in, and one for the tasks of each kind. Why a pass is one for every number is argued in
 * docs/decisions/0045-any-number-of-cpus-is-a-set-of-states.md.
 */
public final class Crowds {
  /** The crowd of CPUs. */
  static final String CPUS = "cpus";

  private static final String CPU = "c";

  private final Shape shape;
  private final Optional<ThreadView> visitor;
  private final List<Crowd> all;

  /**
   * @param shape that has all else
   */
  Crowds(Shape shape) {
    this.shape = shape;
    this.visitor = shape.threads().stream().filter(Crowds::visits).findFirst();
    this.all = List.copyOf(found());
  }

  /**
   * A crowd, as templates write it.
   *
   * @param variable that holds it
   * @param index the name of a member
   * @param parts of a member's record; none where that is the record of a thread
   * @param quiet whether its members come to their end by themselves, and change nothing for others
   * @param asked that somebody waits until no member is like this one; empty where nobody does
   * @param idle that a member has not begun, where there is always another one of these
   * @param alone that no other member can be in the same state; empty where that is not known
   */
  public record Crowd(
      String variable,
      String index,
      List<Part> parts,
      boolean quiet,
      Optional<Expression> asked,
      Optional<Expression> idle,
      Optional<Expression> alone) {
    /** The operator that says what may be left where a member moves on. */
    public String without() {
      return variable + "_Without";
    }

    /** What may be left there. */
    public Expression left() {
      Expression others = quiet ? choice(asked, both(), stays()) : choice(idle, stays(), both());
      return choice(alone, new Expression.SetOf(List.of(leaves())), others);
    }

    private static Expression choice(Optional<Expression> when, Expression yes, Expression no) {
      return when.map(w -> Logic.choice(w, yes, no)).orElse(no);
    }

    private Expression both() {
      return new Expression.SetOf(List.of(Logic.name(variable), leaves()));
    }

    private Expression stays() {
      return new Expression.SetOf(List.of(Logic.name(variable)));
    }

    private Expression leaves() {
      Expression member = new Expression.SetOf(List.of(Logic.name(index)));
      return new Expression.Infix(Operator.WITHOUT, Logic.name(variable), member);
    }
  }

  /**
   * A field of a member's record.
   *
   * @param initial value
   * @param thread whether it is a thread's record; else a CPU's own copy of a variable
   */
  public record Part(String name, Expression initial, boolean thread, ValueSet values) {}

  // ---- what can be lifted

  /** Why the program has no specification for any number of CPUs; empty if it has one. */
  Optional<String> obstacle() {
    if (shape.facts().isHasLists()) {
      return Optional.of(Recycling.LISTS);
    }
    Optional<String> ofMemory = ofMemory();
    if (ofMemory.isPresent()) {
      return ofMemory;
    }
    for (ThreadView v : shape.threads()) {
      if (v.hold() == Hold.PLACE && !v.alwaysPinned()) {
        return Optional.of(name(v) + " keeps its CPU, and lets go of it before its end");
      } else if (visits(v) && !shape.isProvider(v)) {
        return Optional.of(name(v) + " visits the CPUs one by one");
      } else if (visits(v) && v.indexed()) {
        return Optional.of("one of several providers visits the CPUs one by one");
      } else if (visits(v) && v.placed) {
        return Optional.of(
            name(v) + " visits the CPUs one by one, and holds its own or asks for it");
      } else if (visits(v) && v.thread.lateStores().stream().anyMatch(Crowds::isOfSomeCpu)) {
        return Optional.of(
            "the compiler may put off what " + name(v) + " writes to a CPU that it visits");
      } else if (visits(v) && !shape.options().reductions()) {
        return Optional.of(name(v) + " may keep a CPU that it has visited, without reductions");
      } else if (usesKept(v)) {
        return Optional.of(
            name(v) + " uses the variable of a CPU whose number it has kept elsewhere");
      } else if (v.thread.has(s -> s instanceof Local.SmpProcessorId)) {
        return Optional.of(name(v) + " asks for the number of its CPU");
      } else if (v.thread.context() == Context.TASK && waits(v)) {
        return Optional.of(name(v) + " waits for a grace period, in any number of tasks");
      } else if (shape.isProvider(v) && v.indexed() && shape.waits() && reads(v)) {
        return Optional.of("one provider waits for the read-side sections of another");
      }
    }
    return NumberBounds.of(shape).isPresent()
        ? Optional.of("what any number of threads count has no bound")
        : Optional.empty();
  }

  private Optional<String> ofMemory() {
    boolean elsewhere =
        shape.memory().perCpus().stream().anyMatch(p -> !shape.facts().isPrivate(p.name()));
    return elsewhere && !shape.isOneMemory()
        ? Optional.of("a copy of a per-CPU variable is used by other CPUs, too")
        : shape.machine().notOfMembers();
  }

  private static String name(ThreadView v) {
    return v.thread.context() == Context.PROVIDER ? "the provider" : v.thread.name() + "()";
  }

  private static boolean visits(ThreadView v) {
    return v.thread.has(Local.NextCpu.class::isInstance);
  }

  private static boolean isOfSomeCpu(LateStore store) {
    return store.original() instanceof Location.OfCpu;
  }

  /** Whether it knows a CPU, whose variable it uses, otherwise than by visiting it. */
  private static boolean usesKept(ThreadView v) {
    Set<Value> visited =
        v.thread.nodes().stream()
            .filter(n -> n.step() instanceof Local.NextCpu)
            .map(n -> new Value.Local(((Local.NextCpu) n.step()).cpu()))
            .collect(Collectors.toSet());
    return v.thread.has(
        s -> s.touches().orElse(null) instanceof Location.OfCpu of && !visited.contains(of.cpu()));
  }

  private static boolean waits(ThreadView v) {
    return v.thread.has(Access.GracePeriodBegins.class::isInstance);
  }

  private boolean reads(ThreadView v) {
    return shape.sectioned().contains(v)
        || shape.facts().getDomains().stream().anyMatch(d -> !v.sections.all(d).isEmpty());
  }

  // ---- who is in a crowd

  /** Whether a thread is of a crowd all of whose members are quiet. */
  static boolean isQuiet(Shape shape, ThreadView v) {
    return shape.crowds().filter(c -> c.isQuietCrowd(v)).isPresent();
  }

  /** Whether all members of the thread's crowd are quiet. */
  private boolean isQuietCrowd(ThreadView v) {
    return areCpusQuiet()
        && (v.indexSet.equals(CPUS) || v.thread.context() == Context.TASK && isQuietTask(v));
  }

  /** One that is left out must not have written to a CPU that is there. */
  private boolean isQuietTask(ThreadView v) {
    boolean isAwaited = awaiting().filter(a -> !a.fields(v).isEmpty()).isPresent();
    return isQuiet(v) && !(isAwaited && v.thread.has(Crowds::writesToCpu));
  }

  private static boolean writesToCpu(Step s) {
    return !(s instanceof Access.Load)
        && s.touches().filter(Location.ThisCpu.class::isInstance).isPresent();
  }

  private boolean areCpusQuiet() {
    return onCpus().allMatch(this::isQuiet);
  }

  private boolean isQuiet(ThreadView v) {
    return Quiet.is(v.thread) && shape.machine().isLeavingNoTrace(v.thread);
  }

  /** The threads whose records are part of a CPU's. */
  private Stream<ThreadView> onCpus() {
    return shape.readers().stream().filter(v -> v.indexSet.equals(CPUS));
  }

  private Stream<ThreadView> tasks() {
    return shape.readers().stream()
        .filter(v -> v.thread.context() == Context.TASK && !v.indexSet.equals(CPUS));
  }

  /** Those of which a CPU's record says whether they hold it. */
  private Stream<ThreadView> flagged() {
    return shape.threads().stream().filter(v -> v.hold() == Hold.FLAG);
  }

  // ---- what the module has

  /** The variable of the CPUs, if they appear. */
  Optional<MemoryScope.Variable> cpus() {
    return all.stream()
        .filter(c -> c.variable().equals(CPUS))
        .findFirst()
        .map(
            c -> {
              Expression idle = new Expression.SetOf(List.of(Logic.name(CPUS + "_Idle")));
              return new MemoryScope.Variable(CPUS, "the states that CPUs are in", idle.text());
            });
  }

  /** The variables of which each CPU has a copy of its own. */
  List<String> ofCpus() {
    return shape.memory().perCpus().stream().map(MemoryScope.Place::identifier).toList();
  }

  /** All of them. */
  List<Crowd> all() {
    return all;
  }

  private List<Crowd> found() {
    List<Crowd> all = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    onCpus()
        .forEach(
            v ->
                parts.add(
                    new Part(v.variable, Logic.name(shape.idleName(v)), true, ValueSet.of())));
    flagged().forEach(v -> parts.add(flag(v)));
    visitor.ifPresent(v -> marks(v).forEach(f -> parts.add(mark(f))));
    for (MemoryScope.Place p : shape.memory().perCpus()) {
      parts.add(new Part(p.identifier(), Expression.of(p.initial()), false, p.values()));
    }
    if (shape.agents().areCpusMembers()) {
      parts.add(Agents.ofCpu());
    }
    if (!parts.isEmpty()) {
      List<ThreadView> threads = Stream.concat(onCpus(), flagged()).toList();
      all.add(crowd(CPUS, CPU, parts, threads, areCpusQuiet()));
    }
    tasks()
        .forEach(v -> all.add(crowd(v.variable, v.index, List.of(), List.of(v), isQuietCrowd(v))));
    return all;
  }

  private Crowd crowd(
      String variable, String index, List<Part> parts, List<ThreadView> threads, boolean quiet) {
    boolean cpus = variable.equals(CPUS);
    CpuLocals visited = visitor.filter(v -> cpus).map(ThreadView::cpus).orElse(CpuLocals.NONE);
    return new Crowd(
        variable,
        index,
        parts,
        quiet,
        some(threads.stream().map(Crowds::isAsked)),
        cpus ? Optional.empty() : some(threads.stream().map(this::isIdle)),
        some(
            Stream.concat(
                threads.stream().map(Crowds::isAlone), visited.marks().map(Visits::mark))));
  }

  private Expression isIdle(ThreadView v) {
    return shape.agents().fields(v).isEmpty()
        ? v.isAt(v.thread.entry())
        : Logic.equal(v.instances.record(), Logic.name(shape.idleName(v)));
  }

  private static Part flag(ThreadView v) {
    return v.indexed()
        ? new Part(v.variable, Logic.EMPTY, false, ValueSet.of(ValueSet.Kind.PROVIDERS))
        : new Part(v.variable, Logic.FALSE, false, ValueSet.of(ValueSet.Kind.TRUTH));
  }

  private static Stream<String> marks(ThreadView v) {
    return Stream.concat(v.cpus().left().stream(), v.cpus().marks());
  }

  private static Part mark(String field) {
    return new Part(field, Logic.FALSE, false, ValueSet.of(ValueSet.Kind.TRUTH));
  }

  /** Whether the provider visits the CPUs one by one. */
  boolean isVisited() {
    return visitor.isPresent();
  }

  /** An action of a thread, with marks in the place of CPUs that it visits. */
  Way marked(Way body) {
    return visitor.map(v -> Visits.of(body, v, areCpusQuiet())).orElse(body);
  }

  /** That the provider waits until no member is where the thread is. */
  private static Expression isAsked(ThreadView v) {
    return v.thread.pinsProvider() ? v.isActive() : Logic.FALSE;
  }

  private static Optional<Expression> some(Stream<Expression> conditions) {
    return Optional.of(Logic.any(conditions)).filter(c -> !c.equals(Logic.FALSE));
  }

  /** That a member has what no other can have: a lock, or a thread that there is one of. */
  private static Expression isAlone(ThreadView v) {
    if (v.hold() == Hold.FLAG) {
      Expression flag = new Expression.Selected(Logic.name(CPU), v.variable);
      return v.indexed() ? Logic.different(flag, Logic.EMPTY) : flag;
    }
    return v.isWhere(n -> n.before().locks().stream().anyMatch(l -> !l.kind().isShared()));
  }

  /** What becomes of a CPU's own copy of a variable. */
  static Conjunct.Update update(Expression cpu, String variable, Expression value) {
    List<Expression.Selector> path =
        List.of(
            new Expression.Selector.Index(List.of(cpu)), new Expression.Selector.Field(variable));
    return new Conjunct.Update(
        CPUS, new Expression.Except(Logic.name(CPUS), List.of(new Expression.Change(path, value))));
  }

  private Optional<AwaitedFlags> awaiting() {
    return shape.waits() ? Optional.of((AwaitedFlags) shape.awaiting()) : Optional.empty();
  }

  /** For each crowd, that a waiter waits for none of its members. */
  List<Expression> nobodyIsAwaited() {
    ThreadView waiter = shape.waiters().get(0);
    List<Expression> all = new ArrayList<>();
    for (ThreadView v : shape.readers()) {
      Expression free = awaiting().orElseThrow().isFree(v, waiter);
      if (!free.equals(Logic.TRUE) && !isQuietCrowd(v)) {
        all.add(v.instances.every(free));
      }
    }
    return all;
  }

  /** Of those who always come to their end, that somebody waits for that. */
  List<Expression> quietAsked() {
    List<Expression> all = new ArrayList<>();
    for (ThreadView v : shape.readers()) {
      Expression asked = isAsked(v);
      if (isQuietCrowd(v) && !asked.equals(Logic.FALSE)) {
        all.add(v.instances.some(asked));
      }
    }
    if (areCpusQuiet() && onCpus().anyMatch(v -> v.thread.context().isHandler())) {
      flagged().forEach(v -> all.add(isHeldUp(v)));
    }
    if (visitor.isPresent()
        && areCpusQuiet()
        && onCpus().anyMatch(v -> v.thread.context().isHandler())) {
      all.add(everywhere(Logic.call(Scheduling.INTERRUPTED, Logic.name(CPU))));
    }
    return all;
  }

  private static Expression everywhere(Expression what) {
    return new Instances.Crowd(CPUS, CPU, Optional.empty()).every(what);
  }

  /** That a handler, which comes to its end, has interrupted a thread that holds its CPU. */
  private static Expression isHeldUp(ThreadView v) {
    Instances cpus = new Instances.Crowd(CPUS, CPU, Optional.of(v.variable));
    return cpus.some(Logic.and(isAlone(v), Logic.call(Scheduling.INTERRUPTED, Logic.name(CPU))));
  }
}
