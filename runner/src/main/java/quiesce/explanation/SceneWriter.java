package quiesce.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import quiesce.memory.MemoryStates;
import quiesce.memory.Reading;
import quiesce.module.Specification;
import quiesce.module.StateLayout;
import quiesce.steps.Context;
import quiesce.steps.KernelThread;
import quiesce.tla.Value;

/** Puts a state into words, whatever memory model it is of. */
final class SceneWriter {
  private static final String NOTHING = "-";

  private final Specification spec;
  private final Snapshot snapshot;
  private final Map<Snapshot.Instance, Integer> cpus;
  private final Map<String, Value> variables;

  /**
   * @param cpus where the tasks run, or ran last
   */
  SceneWriter(Snapshot snapshot, Map<Snapshot.Instance, Integer> cpus) {
    this.spec = snapshot.spec();
    this.snapshot = snapshot;
    this.cpus = cpus;
    this.variables = snapshot.state().variables();
  }

  Scene scene() {
    List<Scene.Part> parts = new ArrayList<>();
    parts.add(new Scene.Part("Threads", threads()));
    Optional<Value> memory = snapshot.memory();
    MemoryStates states = snapshot.memoryStates();
    List<Scene.Cell> stored = named();
    memory.flatMap(m -> Reading.field(m, "stored")).ifPresent(m -> stored.addAll(entries(m)));
    Optional<MemoryStates.Part> locations = memory.flatMap(m -> states.locations(m, snapshot));
    if (locations.isPresent()) {
      parts.add(part(locations.get()));
      parts.add(new Scene.Part("Variables", stored));
    } else {
      parts.add(new Scene.Part("Memory", stored));
      parts.add(new Scene.Part("Objects", entries(variables.get("life"))));
    }
    memory.flatMap(m -> states.besides(m, snapshot)).ifPresent(besides -> parts.add(part(besides)));
    if (variables.containsKey("awaited")) {
      parts.add(new Scene.Part("Grace period", awaited()));
    }
    parts.add(new Scene.Part("Wrong so far", List.of(new Scene.Cell("faults", faults()))));
    return new Scene(parts.stream().filter(p -> !p.cells().isEmpty()).toList());
  }

  private static Scene.Part part(MemoryStates.Part p) {
    return new Scene.Part(
        p.title(),
        p.cells().stream().map(c -> new Scene.Cell(c.name(), c.column(), c.value())).toList());
  }

  private List<Scene.Cell> threads() {
    List<Scene.Cell> cells = new ArrayList<>();
    for (KernelThread t : spec.program().threads()) {
      for (Snapshot.Instance i : snapshot.instances(t.key())) {
        cells.add(new Scene.Cell(title(t, i), at(t, i)));
      }
    }
    return cells;
  }

  private String title(KernelThread t, Snapshot.Instance i) {
    boolean harness = t.context() == Context.PROVIDER;
    String name = harness ? t.name() : t.name() + "()";
    if (t.context().isHandler()) {
      return name + " [" + t.context().label() + "] on " + snapshot.individuals().words(i.id());
    }
    return i.id().isEmpty() ? name : name + " [" + snapshot.individuals().words(i.id()) + "]";
  }

  /** Where a thread is, and what it holds. */
  private String at(KernelThread thread, Snapshot.Instance i) {
    String place = snapshot.place(i);
    Optional<Integer> cpu = snapshot.cpu(i).or(() -> Optional.ofNullable(cpus.get(i)));
    boolean idle = thread.context() == Context.TASK && snapshot.rests(i);
    boolean moves = !thread.context().isHandler() && cpu.isPresent() && !idle;
    String held =
        snapshot.record(i).fields().entrySet().stream()
            .filter(f -> !Snapshot.isNull(f.getValue()))
            .flatMap(
                f ->
                    name(i, f.getKey()).stream()
                        .map(n -> ", " + n + " = " + Reading.text(f.getValue())))
            .collect(Collectors.joining());
    return place + held + (moves ? ", CPU " + cpu.get() : "");
  }

  /**
   * What a field of a thread's record is called where the thread is described: the local as C calls
   * it. A dependency is a view of all memory: nothing for a line of text.
   */
  private Optional<String> name(Snapshot.Instance who, String field) {
    StateLayout.Part part = snapshot.thread(who).fields().get(field);
    if (part instanceof StateLayout.Part.Local l) {
      return Optional.of(l.name());
    }
    boolean shown =
        part instanceof StateLayout.Part.Inside || part instanceof StateLayout.Part.Early;
    return shown ? Optional.of(field) : Optional.empty();
  }

  /** The C variables that are variables of the specification. */
  private List<Scene.Cell> named() {
    List<Scene.Cell> cells = new ArrayList<>();
    new TreeMap<>(spec.layout().things())
        .forEach(
            (key, thing) -> {
              Value v = variables.get(thing.identifier());
              if (v == null) {
                return;
              }
              String name = thing.name();
              if (v instanceof Value.FunctionOf f) {
                f.mappings()
                    .forEach(
                        (k, x) ->
                            cells.add(new Scene.Cell(snapshot.place(name, k), Reading.text(x))));
              } else {
                cells.add(new Scene.Cell(name, Reading.text(v)));
              }
            });
    return cells;
  }

  private List<Scene.Cell> entries(Value function) {
    List<Scene.Cell> cells = new ArrayList<>();
    if (function instanceof Value.FunctionOf f) {
      f.mappings().forEach((k, v) -> cells.add(new Scene.Cell(snapshot.place(k), Reading.text(v))));
    }
    return cells;
  }

  private List<Scene.Cell> awaited() {
    Value v = variables.get("awaited");
    if (v instanceof Value.FunctionOf || v instanceof Value.RecordOf) {
      List<Scene.Cell> cells = new ArrayList<>();
      Reading.entries(v)
          .forEach(
              (waiter, set) ->
                  cells.add(
                      new Scene.Cell(
                          snapshot.individuals().words(Reading.text(waiter)) + " waits for",
                          Wording.sections(set, snapshot.spec().layout()))));
      return cells;
    }
    return List.of(new Scene.Cell("waits for", Wording.sections(v, snapshot.spec().layout())));
  }

  private String faults() {
    String all =
        snapshot.set("faults").stream()
            .map(Reading::text)
            .sorted()
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? NOTHING : all;
  }
}
