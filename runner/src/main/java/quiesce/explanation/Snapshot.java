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
import quiesce.engine.tlc.Value;

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

  /** The record of one thread. */
  Value.RecordOf record(Instance who) {
    Value v = variable(who.thread()).orElseThrow();
    Value one = who.id().isEmpty() ? v : at(v, who.id()).orElseThrow();
    return (Value.RecordOf) one;
  }

  String place(Instance who) {
    return text(record(who).fields().get(Field.AT));
  }

  Optional<Value> field(Instance who, String field) {
    return Optional.ofNullable(record(who).fields().get(field)).filter(v -> !isNull(v));
  }

  /** All instances of a thread, which its key names. */
  List<Instance> instances(String thread) {
    List<Instance> all = new ArrayList<>();
    Value v = variable(thread).orElseThrow();
    if (v instanceof Value.FunctionOf f) {
      f.mappings().keySet().forEach(k -> all.add(new Instance(thread, text(k))));
    } else {
      all.add(new Instance(thread, ""));
    }
    return all;
  }

  /** The element of a function that a model value is mapped to. */
  static Optional<Value> at(Value function, String key) {
    if (function instanceof Value.FunctionOf f) {
      return f.mappings().entrySet().stream()
          .filter(e -> text(e.getKey()).equals(key))
          .map(Map.Entry::getValue)
          .findFirst();
    }
    return Optional.empty();
  }

  /** An address, which the specification has names of its own for, as C writes it. */
  String place(Value address) {
    return address instanceof Value.Seq pair && pair.elements().size() == 2
        ? MemoryView.place(named(text(pair.elements().get(0))), text(pair.elements().get(1)))
        : named(text(address));
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
    return Optional.ofNullable(state.variables().get(text(pair.get(0))))
        .flatMap(v -> pair.size() == 1 ? Optional.of(v) : at(v, text(pair.get(1))))
        .map(Snapshot::text);
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
    return set("faults").stream().anyMatch(f -> text(f).equals(fault));
  }

  static boolean isNull(Value v) {
    return v instanceof Value.ModelValue m && m.name().equals("NULL");
  }

  /** A value as C writes it: strings without quotes, truth in lower case. */
  static String text(Value v) {
    if (v instanceof Value.Str s) {
      return s.value();
    } else if (v instanceof Value.Bool b) {
      return Boolean.toString(b.value());
    }
    return v.toString();
  }
}
