package quiesce.explanation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quiesce.analysis.Field;
import quiesce.emission.Specification;
import quiesce.engine.tlc.State;
import quiesce.memory.MemoryStates;
import quiesce.memory.Reading;
import quiesce.tla.Value;

/** A TLC state, read as the machine that it describes. */
record Snapshot(Specification spec, State state) {

  /**
   * One thread's instance: the model value that distinguishes it from its like; empty for a single
   * one.
   */
  record Instance(String thread, String id) {}

  /**
   * @param key of a variable, a member, a site or a thread
   */
  Optional<Value> variable(String key) {
    return Optional.ofNullable(spec.identifiers().get(key)).map(state.variables()::get);
  }

  /** The memory, where a memory model keeps all of it in one variable. */
  Optional<Value> memory() {
    return Optional.ofNullable(state.variables().get("memory"));
  }

  /** How it is read. */
  MemoryStates memoryStates() {
    return spec.options().model().states();
  }

  /** The record of one thread. */
  Value.RecordOf record(Instance who) {
    Value v = variable(who.thread()).orElseThrow();
    Value one = who.id().isEmpty() ? v : at(v, who.id()).orElseThrow();
    return (Value.RecordOf) one;
  }

  String place(Instance who) {
    return Reading.text(record(who).fields().get(Field.AT));
  }

  Optional<Value> field(Instance who, String field) {
    return Optional.ofNullable(record(who).fields().get(field)).filter(v -> !isNull(v));
  }

  /** All instances of a thread, which its key names. */
  List<Instance> instances(String thread) {
    List<Instance> all = new ArrayList<>();
    Value v = variable(thread).orElseThrow();
    if (v instanceof Value.FunctionOf f) {
      f.mappings().keySet().forEach(k -> all.add(new Instance(thread, Reading.text(k))));
    } else {
      all.add(new Instance(thread, ""));
    }
    return all;
  }

  /** The element of a function that a model value is mapped to. */
  static Optional<Value> at(Value function, String key) {
    if (function instanceof Value.FunctionOf f) {
      return f.mappings().entrySet().stream()
          .filter(e -> Reading.text(e.getKey()).equals(key))
          .map(Map.Entry::getValue)
          .findFirst();
    }
    return Optional.empty();
  }

  /** An address, which the specification has names of its own for, as C writes it. */
  String place(Value address) {
    return address instanceof Value.Seq pair && pair.elements().size() == 2
        ? Reading.place(
            named(Reading.text(pair.elements().get(0))), Reading.text(pair.elements().get(1)))
        : named(Reading.text(address));
  }

  /** What is called so in C: a variable or a member; an object is called as it is. */
  private String named(String identifier) {
    return spec.identifiers().entrySet().stream()
        .filter(e -> e.getValue().equals(identifier))
        .map(e -> e.getKey().replaceFirst("^->", ""))
        .findFirst()
        .orElse(identifier);
  }

  /**
   * What a variable holds, as C writes it; empty where the address is in the one memory.
   *
   * @param address a variable, or a pair of it and its index
   */
  Optional<String> held(Value address) {
    List<Value> pair = address instanceof Value.Seq s ? s.elements() : List.of(address);
    return Optional.ofNullable(state.variables().get(Reading.text(pair.get(0))))
        .flatMap(v -> pair.size() == 1 ? Optional.of(v) : at(v, Reading.text(pair.get(1))))
        .map(Reading::text);
  }

  Set<Value> set(String variable) {
    return state.variables().get(variable) instanceof Value.SetOf s ? s.elements() : Set.of();
  }

  /** All of the state but what has gone wrong. */
  Map<String, Value> withoutFaults() {
    Map<String, Value> rest = new HashMap<>(state.variables());
    rest.remove("faults");
    return rest;
  }

  boolean hasFault(String fault) {
    return set("faults").stream().anyMatch(f -> Reading.text(f).equals(fault));
  }

  static boolean isNull(Value v) {
    return v instanceof Value.ModelValue m && m.name().equals("NULL");
  }
}
