package quiesce.emission;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import quiesce.lowering.Lowering;
import quiesce.steps.Access;
import quiesce.steps.Context;
import quiesce.steps.KernelThread;
import quiesce.steps.KernelThread.LocalKind;
import quiesce.steps.Liveness;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Program;
import quiesce.steps.Section;
import quiesce.steps.Step;

/** How one thread appears in the specification: its variable, its record, where it can stand. */
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

  final boolean calls;
  final boolean tracksSnapshot;
  private final Liveness liveness;
  private final Map<Integer, String> labels = new LinkedHashMap<>();
  private final Set<String> kept = new TreeSet<>();

  ThreadView(Program program, KernelThread thread, Atomicity atomicity, Names names) {
    this.thread = thread;
    this.stops = new Stops(thread, atomicity);
    this.variable = thread.context() == Context.PROVIDER ? "provider" : names.of(thread.name());
    if (thread.context().isHandler()) {
      index = "c";
      indexSet = "CPUs";
    } else if (thread.context() == Context.TASK) {
      index = "t";
      indexSet = "Tasks";
    } else {
      index = program.providers() > 1 ? "p" : "";
      indexSet = program.providers() > 1 ? "Providers" : "";
    }
    boolean handler = thread.context().isHandler();
    placed = !handler && thread.nodes().stream().anyMatch(ThreadView::needsCpu);
    calls = thread.nodes().stream().anyMatch(n -> isCall(n.step()));
    tracksSnapshot =
        thread.context() != Context.PROVIDER
            && (thread.nodes().stream().filter(n -> isCall(n.step())).count() > 1
                || thread.nodes().stream()
                    .anyMatch(n -> isCall(n.step()) && Shape.loops(thread, n.id())));
    liveness = new Liveness(thread, this::reads);
    for (int stop : stops.all()) {
      label(stop);
      if (stop != thread.entry()) {
        liveness.before(stop).stream()
            .filter(l -> thread.locals().containsKey(l))
            .forEach(kept::add);
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
            });
  }

  private Set<String> reads(Node n) {
    Set<String> all = n.step().reads().collect(Collectors.toCollection(HashSet::new));
    if (thread.context() == Context.PROVIDER && !(n.step() instanceof Access.Initialise)) {
      all.add(Lowering.OBJECT);
    }
    if (tracksSnapshot && isCall(n.step())) {
      all.add(Field.USES);
    }
    if (!(n.step() instanceof Section.End || n.step() instanceof Access.TearDown)) {
      // A pending store is read by the action that performs it, at any stop.
      thread.lateStores().forEach(l -> all.addAll(List.of(l.pending(), l.value(), l.operand())));
    }
    return all;
  }

  private static boolean needsCpu(Node n) {
    return n.before().pinned()
        || n.step() instanceof Local.SmpProcessorId
        || n.step().touches().filter(Location.ThisCpu.class::isInstance).isPresent();
  }

  static boolean isCall(Step s) {
    return s instanceof Access.CallSlot || s instanceof Access.StaticCall;
  }

  private void label(int stop) {
    String wish =
        stop == thread.entry() && thread.context() != Context.PROVIDER
            ? "idle"
            : Words.place(ActionWriter.mainStep(this, stop).step());
    String label = wish;
    for (int i = 2; labels.containsValue(label); i++) {
      label = wish + " (" + i + ")";
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

  /** That something holds of the thread: of some instance, where there are several. */
  String some(String what) {
    return indexed() ? "\\E " + index + " \\in " + indexSet + " : " + what : what;
  }

  /** Where the thread stands at this node, as a TLA+ string. */
  String at(int stop) {
    return "\"" + labels.get(stop) + "\"";
  }

  String label(int stop, boolean quoted) {
    return quoted ? at(stop) : labels.get(stop);
  }

  /** Whether the local is a field of the record. */
  boolean keeps(String local) {
    return kept.contains(local);
  }

  boolean live(String local, int node) {
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
    return fields;
  }

  String atRest(String local) {
    return thread.locals().get(local) == LocalKind.FLAG ? "FALSE" : "NULL";
  }

  Set<String> kept() {
    return kept;
  }

  /** Whether it can be seen to stand where it may not leave its CPU. */
  boolean pins() {
    return !thread.context().isHandler() && !where(n -> n.before().pinned()).isEmpty();
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

  /** Where it is inside a read-side section. */
  boolean inSection(Node n) {
    return thread.context().isHandler() ? n.id() != thread.entry() : n.before().inReadSection();
  }
}
