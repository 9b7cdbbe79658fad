package quiesce.explanation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.engine.tlc.Value;

/**
 * What a step found in memory or left there, where a memory model keeps more than one value for a
 * location. The state shows which model it is.
 */
sealed interface MemoryView permits StoreBuffers, Views {

  /**
   * What a load got.
   *
   * @param value as C writes it
   * @param remark why it is not the newest one; empty where it is
   */
  record Loaded(String value, String remark) {}

  /** What the step loaded from a location. */
  Optional<Loaded> loaded(Value location);

  /** What the step stored to a location. */
  Optional<Loaded> stored(Value location);

  /** What the step found of an object's life that is not what has become of it. */
  Optional<String> life(Value object);

  /** The view of a step's memory; empty where each variable has one value for everybody. */
  static Optional<MemoryView> of(Transition t) {
    Value memory = t.before().state().variables().get("memory");
    if (!(memory instanceof Value.RecordOf before)
        || !(t.after().state().variables().get("memory") instanceof Value.RecordOf after)) {
      return Optional.empty();
    }
    if (before.fields().containsKey("buffer")) {
      return Optional.of(new StoreBuffers(before, after, agent(t, before.fields().get("buffer"))));
    }
    return before.fields().containsKey("history")
        ? Optional.of(new Views(before, after, agent(t, before.fields().get("seen"))))
        : Optional.empty();
  }

  /**
   * How the specification calls the one whose step it is: by its CPU or number or, among several
   * kinds of tasks, by a tuple of its name and that.
   */
  private static Value agent(Transition t, Value known) {
    Value name = new Value.Str(t.isProvider() ? "provider" : t.thread().name());
    List<Value> id =
        t.who().id().isEmpty() ? List.of() : List.of(new Value.ModelValue(t.who().id()));
    Value alone = id.isEmpty() ? name : id.get(0);
    Value tuple = new Value.Seq(Stream.concat(Stream.of(name), id.stream()).toList());
    return at(known, tuple).isPresent() ? tuple : alone;
  }

  /** What a function or record maps a value to. */
  static Optional<Value> at(Value function, Value key) {
    if (function instanceof Value.FunctionOf f) {
      return Optional.ofNullable(f.mappings().get(key));
    } else if (function instanceof Value.RecordOf r && key instanceof Value.Str s) {
      return Optional.ofNullable(r.fields().get(s.value()));
    }
    return Optional.empty();
  }

  static List<Value> sequence(Optional<Value> v) {
    return v.filter(Value.Seq.class::isInstance)
        .map(s -> ((Value.Seq) s).elements())
        .orElse(List.of());
  }

  static Optional<Value> field(Value record, String name) {
    return record instanceof Value.RecordOf r
        ? Optional.ofNullable(r.fields().get(name))
        : Optional.empty();
  }

  /** All that a function or record maps, and to what. */
  static Map<Value, Value> entries(Value function) {
    Map<Value, Value> all = new java.util.LinkedHashMap<>();
    if (function instanceof Value.FunctionOf f) {
      all.putAll(f.mappings());
    } else if (function instanceof Value.RecordOf r) {
      r.fields().forEach((k, v) -> all.put(new Value.Str(k), v));
    }
    return all;
  }

  /** Every agent with what it is mapped to, by the agent's name. */
  static Map<String, Value> agents(Value function) {
    Map<String, Value> all = new java.util.TreeMap<>();
    entries(function).forEach((k, v) -> all.put(name(k), v));
    return all;
  }

  /** An agent's name in one string: {@code cpu0}, {@code provider}, {@code forth() [task 0]}. */
  static String name(Value agent) {
    List<String> parts = sequence(Optional.of(agent)).stream().map(Snapshot::text).toList();
    return switch (parts.size()) {
      case 0 -> Snapshot.text(agent);
      case 1 -> parts.get(0);
      default -> parts.get(0) + "() [" + numbered(parts.get(1)) + "]";
    };
  }

  static String who(String agent) {
    return agent.matches("cpu\\d+") ? "CPU " + agent.substring(3) : "the " + agent;
  }

  /** An element of a per-CPU variable, or a member of an object. */
  static String place(String name, String index) {
    return index.startsWith("cpu")
        ? name + "[CPU " + index.substring(3) + "]"
        : index + "->" + name;
  }

  /** {@code task0} is task 0. */
  static String numbered(String id) {
    return id.replaceAll("(?<=\\D)(?=\\d)", " ");
  }
}
