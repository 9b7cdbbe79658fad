package quiesce.emission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import quiesce.lowering.Lowering;
import quiesce.source.Limit;
import quiesce.steps.Access;
import quiesce.steps.Context;
import quiesce.steps.KernelThread;
import quiesce.steps.KernelThread.LocalKind;
import quiesce.steps.LateStore;
import quiesce.steps.Liveness;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.tla.Expression;
import quiesce.tla.Logic;

/** How one thread appears in the specification: its variable, its record, where it can be. */
final class ThreadView {
  final KernelThread thread;
  final Stops stops;

  /** The variable that holds its state. */
  final String variable;

  /** The variable bound to one of its instances, and the set of these; empty when there is one. */
  final String index;

  final String indexSet;

  /** Whether the CPU that it runs on matters. */
  final boolean placed;

  /** Whether it asks on which CPU it runs, so that it shares what is known there. */
  final boolean sharesCpu;

  final boolean calls;
  final boolean tracksSnapshot;
  final Dependencies dependencies;
  final ReadSections sections;
  final EarlyExecution early;
  private final String undependent;
  private final boolean resetsDead;
  private final Map<Integer, String> earlyFlags = new LinkedHashMap<>();
  private final Liveness liveness;
  private final Map<Integer, String> labels = new LinkedHashMap<>();
  private final Map<String, Integer> alike = new HashMap<>();
  private final Set<String> kept = new TreeSet<>();

  /**
   * @param names the thread's variable is added
   * @param paths bounds what it takes to find what may be performed early
   */
  ThreadView(
      KernelThread thread,
      Facts facts,
      MemoryModel memory,
      Options options,
      Names names,
      Limit paths) {
    this.thread = thread;
    this.dependencies =
        new Dependencies(thread, facts, memory.tracksDependencies(), memory.storesDepend());
    this.early = new EarlyExecution(thread, facts, memory.executesEarly(), paths);
    this.resetsDead = options.reductions();
    this.undependent = memory.undependent();
    this.sections = new ReadSections(thread, facts);
    boolean reorders = !early.steps().isEmpty();
    this.stops =
        new Stops(
            thread,
            options.fine(),
            n ->
                memory.isAlone(n, sections)
                    || early.contains(n.id())
                    // What is performed early is performed within its section.
                    || n.step() instanceof Section.Opens && reorders,
            n -> memory.tells(n, sections),
            memory.loadsCanWait(thread) && !reorders);
    this.variable = thread.context() == Context.PROVIDER ? "provider" : names.thread(thread.name());
    if (thread.context().isHandler()) {
      index = "c";
      indexSet = "CPUs";
    } else if (thread.context() == Context.TASK) {
      index = "t";
      indexSet = "Tasks";
    } else {
      boolean several = thread.context() == Context.PROVIDER && facts.providers() > 1;
      index = several ? "p" : "";
      indexSet = several ? "Providers" : "";
    }
    boolean everywhere = thread.context().isHandler() || thread.context() == Context.PROCESS;
    placed = !everywhere && thread.nodes().stream().anyMatch(ThreadView::needsCpu);
    sharesCpu = placed && thread.nodes().stream().anyMatch(n -> asksForCpu(n.step()));
    calls = thread.nodes().stream().anyMatch(n -> isCall(n.step()));
    tracksSnapshot =
        thread.context() != Context.PROVIDER
            && (thread.nodes().stream().filter(n -> isCall(n.step())).count() > 1
                || thread.loops().stream().anyMatch(id -> isCall(thread.node(id).step())));
    for (int id : early.steps()) {
      String wish = "early_" + (earlyFlags.size() + 1);
      earlyFlags.put(id, Field.apart(wish, thread.locals().keySet()));
    }
    liveness = new Liveness(thread, this::reads, this::writes);
    for (int stop : stops.all()) {
      label(stop);
      if (stop != thread.entry()) {
        liveness.before(stop).stream().filter(this::isKeepable).forEach(kept::add);
      }
    }
    thread
        .lateStores()
        .forEach(
            l -> {
              kept.add(l.pending());
              kept.add(l.value());
              if (thread.locals().containsKey(l.operand())) {
                kept.add(l.operand());
              }
              dependencies.of(l).forEach(kept::add);
            });
  }

  private boolean isKeepable(String field) {
    return thread.locals().containsKey(field) || dependencies.all().anyMatch(field::equals);
  }

  /** A step that may have been performed early has been written to before. */
  private Set<String> writes(Node n) {
    if (early.contains(n.id())) {
      return Set.of();
    }
    Set<String> all = new HashSet<>(dependencies.writes(n));
    if (resetsDead && n.step() instanceof Access.Initialise) {
      all.add(Lowering.OBJECT);
    }
    n.step().writes().ifPresent(all::add);
    return all;
  }

  private Set<String> reads(Node n) {
    Set<String> all = n.step().reads().collect(Collectors.toCollection(HashSet::new));
    if (thread.context() == Context.PROVIDER && !(n.step() instanceof Access.Initialise)) {
      all.add(Lowering.OBJECT);
    }
    if (tracksSnapshot && isCall(n.step())) {
      all.add(Field.USES);
    }
    all.addAll(dependencies.reads(n));
    if (!(n.step() instanceof Section.End || n.step() instanceof Access.TearDown)) {
      // A pending store is read by the action that performs it, at any stop.
      for (LateStore l : thread.lateStores()) {
        all.addAll(List.of(l.pending(), l.value(), l.operand()));
        dependencies.of(l).forEach(all::add);
      }
    }
    return all;
  }

  private static boolean needsCpu(Node n) {
    return n.before().pinned() || asksForCpu(n.step());
  }

  private static boolean asksForCpu(Step s) {
    return s instanceof Local.SmpProcessorId
        || s.touches().filter(Location.ThisCpu.class::isInstance).isPresent();
  }

  static boolean isCall(Step s) {
    return s instanceof Access.CallSlot || s instanceof Access.StaticCall;
  }

  private void label(int stop) {
    Step first = thread.node(stop).step();
    String wish =
        stop == thread.entry() && thread.context() != Context.PROVIDER
            ? "idle"
            : Words.place(
                first instanceof Section.Registered
                    ? first
                    : ActionBuilder.mainStep(this, stop).step());
    String label = wish;
    int number = alike.merge(wish, 1, Integer::sum);
    if (number > 1) {
      label = wish + " (" + number + ")";
    }
    labels.put(stop, label);
  }

  boolean indexed() {
    return !index.isEmpty();
  }

  /** One instance's record, for example {@code sample[c]}. */
  String me() {
    return me(index);
  }

  String me(String instance) {
    return indexed() ? variable + "[" + instance + "]" : variable;
  }

  /** A field of one instance's record. */
  Expression field(String name) {
    Expression all = Logic.name(variable);
    Expression own = indexed() ? new Expression.Applied(all, List.of(Logic.name(index))) : all;
    return new Expression.Selected(own, name);
  }

  /** The way from its variable to one instance's record. */
  List<Expression.Selector> instance() {
    return indexed()
        ? List.of(new Expression.Selector.Index(List.of(Logic.name(index))))
        : List.of();
  }

  /** That something holds of all its instances. */
  Expression every(Expression what) {
    return indexed()
        ? new Expression.Quantified(
            Expression.Quantifier.FOR_ALL,
            List.of(new Expression.Bound(List.of(index), Logic.name(indexSet))),
            what)
        : what;
  }

  /** That something holds of the thread: of some instance, where there are several. */
  String some(String what) {
    return indexed() ? "\\E " + index + " \\in " + indexSet + " : " + what : what;
  }

  /** Where the thread is at this node, as a TLA+ string. */
  String at(int stop) {
    return "\"" + labels.get(stop) + "\"";
  }

  /** That it is at this node. */
  Expression isAt(int stop) {
    return Logic.equal(field(Field.AT), new Expression.Constant(at(stop)));
  }

  String label(int stop, boolean quoted) {
    return quoted ? at(stop) : labels.get(stop);
  }

  boolean holdsObject(String local) {
    return thread.locals().get(local) == LocalKind.OBJECT;
  }

  /** Whether the local is a field of the record. */
  boolean keeps(String local) {
    return kept.contains(local);
  }

  /**
   * Whether the local may still be used. A pointer that may not counts as gone in any case: that is
   * how the properties tell who still holds an object.
   */
  boolean live(String local, int node) {
    if (!resetsDead && thread.locals().get(local) != LocalKind.OBJECT) {
      return true;
    }
    return liveness.before(node).contains(local);
  }

  /** The record's fields and their values at rest. */
  Map<String, String> idle() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(Field.AT, at(thread.entry()));
    if (pins()) {
      fields.put(Field.CPU, "NULL");
    }
    for (String l : kept) {
      fields.put(Field.of(l), atRest(l));
    }
    if (calls) {
      fields.put(Field.INSIDE, "NULL");
    }
    if (tracksSnapshot) {
      fields.put(Field.USES, "NULL");
    }
    earlyFlags.values().forEach(f -> fields.put(f, "FALSE"));
    return fields;
  }

  /** The field that says that a step has been performed early; empty if it never is. */
  Optional<String> earlyFlag(int node) {
    return Optional.ofNullable(earlyFlags.get(node));
  }

  /** The flags of the RCU sections that may have begun early. */
  List<String> earlySections() {
    return earlySections(Section.RcuReadLock.class::isInstance);
  }

  /** The flags of the SRCU sections that may have begun early. */
  List<String> earlySections(Section.Srcu section) {
    return earlySections(s -> s instanceof Section.SrcuReadLock l && l.section().equals(section));
  }

  private List<String> earlySections(Predicate<Step> begins) {
    return earlyFlags.entrySet().stream()
        .filter(e -> begins.test(thread.node(e.getKey()).step()))
        .map(Map.Entry::getValue)
        .toList();
  }

  String atRest(String local) {
    if (dependencies.all().anyMatch(local::equals)) {
      return undependent;
    }
    if (thread.context() == Context.PROCESS) {
      return "0";
    }
    return thread.locals().get(local) == LocalKind.FLAG ? "FALSE" : "NULL";
  }

  Set<String> kept() {
    return kept;
  }

  /** Whether it can be seen where it may not leave its CPU. */
  boolean pins() {
    return thread.context() != Context.PROCESS
        && !thread.context().isHandler()
        && !where(n -> n.before().pinned()).isEmpty();
  }

  /** The labels of the stops at which something holds. */
  List<String> where(Predicate<Node> holds) {
    List<String> found = new ArrayList<>();
    for (int stop : stops.all()) {
      if (holds.test(thread.node(stop))) {
        found.add(at(stop));
      }
    }
    return found;
  }

  /** The fields that hold a pointer to an object, for as long as the thread will still use it. */
  List<String> pointers() {
    List<String> found = new ArrayList<>();
    kept.stream()
        .filter(l -> thread.locals().get(l) == LocalKind.OBJECT && !l.startsWith("late_"))
        .forEach(l -> found.add(Field.of(l)));
    if (calls) {
      found.add(Field.INSIDE);
    }
    return found;
  }

  /**
   * The fields by way of which it may reach an object: its own, and pointers that were loaded and
   * may be followed, with what those depend on.
   */
  List<MemoryScope.Pointer> heldPointers() {
    return kept.stream()
        .filter(
            l ->
                l.equals(Lowering.OBJECT)
                    || thread.locals().get(l) == LocalKind.OBJECT && dependencies.has(l))
        .sorted()
        .map(
            l ->
                new MemoryScope.Pointer(
                    Field.of(l), dependencies.has(l) ? dependencies.field(l) : ""))
        .toList();
  }
}
