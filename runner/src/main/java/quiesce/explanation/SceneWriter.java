package quiesce.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import quiesce.analysis.Field;
import quiesce.emission.Specification;
import quiesce.memory.MemoryStates;
import quiesce.memory.Reading;
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
    Optional<MemoryStates.Part> locations =
        memory.flatMap(m -> states.locations(m, snapshot::place));
    if (locations.isPresent()) {
      parts.add(part(locations.get()));
      parts.add(new Scene.Part("Variables", stored));
    } else {
      parts.add(new Scene.Part("Memory", stored));
      parts.add(new Scene.Part("Objects", entries(variables.get("life"))));
    }
    memory
        .flatMap(m -> states.besides(m, snapshot::place))
        .ifPresent(besides -> parts.add(part(besides)));
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

  private static String title(KernelThread t, Snapshot.Instance i) {
    boolean harness = t.context() == Context.PROVIDER;
    String name = harness ? t.name() : t.name() + "()";
    if (t.context().isHandler()) {
      return name + " [" + t.context().label() + "] on CPU " + Cpus.number(i.id());
    }
    return i.id().isEmpty() ? name : name + " [" + Reading.numbered(i.id()) + "]";
  }

  /** Where a thread is, and what it holds. */
  private String at(KernelThread thread, Snapshot.Instance i) {
    String place = snapshot.place(i);
    Optional<Integer> cpu = Cpus.held(snapshot, i).or(() -> Optional.ofNullable(cpus.get(i)));
    boolean moves = !i.id().startsWith("cpu") && cpu.isPresent() && !place.equals("idle");
    String held =
        snapshot.record(i).fields().entrySet().stream()
            .filter(f -> !Set.of(Field.AT, Field.CPU, Field.USES).contains(f.getKey()))
            .filter(f -> !Snapshot.isNull(f.getValue()) && isPlain(f.getValue()))
            .map(f -> ", " + name(thread, f.getKey()) + " = " + Reading.text(f.getValue()))
            .collect(Collectors.joining());
    return place + held + (moves ? ", CPU " + cpu.get() : "");
  }

  /** The local as C calls it. */
  private static String name(KernelThread thread, String field) {
    return thread.locals().keySet().stream()
        .filter(local -> Field.of(local).equals(field))
        .findFirst()
        .orElse(field);
  }

  /** A dependency is a view of all memory: nothing for a line of text. */
  private static boolean isPlain(Value v) {
    return !(v instanceof Value.FunctionOf
        || v instanceof Value.RecordOf
        || v instanceof Value.Seq);
  }

  /** The C variables that are variables of the specification. */
  private List<Scene.Cell> named() {
    Set<String> threads =
        spec.program().threads().stream().map(KernelThread::key).collect(Collectors.toSet());
    List<Scene.Cell> cells = new ArrayList<>();
    new TreeMap<>(spec.identifiers())
        .forEach(
            (key, identifier) -> {
              Value v = variables.get(identifier);
              if (threads.contains(key) || v == null) {
                return;
              }
              String name = key.replaceFirst("^->", "");
              if (v instanceof Value.FunctionOf f) {
                f.mappings()
                    .forEach(
                        (k, x) ->
                            cells.add(
                                new Scene.Cell(
                                    Reading.place(name, Reading.text(k)), Reading.text(x))));
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
      Reading.agents(v)
          .forEach(
              (agent, set) ->
                  cells.add(
                      new Scene.Cell(
                          Reading.numbered(agent) + " waits for", Wording.sections(set))));
      return cells;
    }
    return List.of(new Scene.Cell("waits for", Wording.sections(v)));
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
