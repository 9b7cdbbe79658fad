package quiesce.explanation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quiesce.engine.tlc.State;
import quiesce.memory.MemoryStates;
import quiesce.memory.Naming;
import quiesce.memory.Reading;
import quiesce.module.Individuals;
import quiesce.module.Instances;
import quiesce.module.Specification;
import quiesce.module.StateLayout;
import quiesce.steps.Node;
import quiesce.tla.Value;

/** A TLC state, read as the machine that it describes. */
record Snapshot(Specification spec, State state) implements Naming {

  /**
   * One thread's instance: the model value that distinguishes it from its like; empty for a single
   * one.
   */
  record Instance(String thread, String id) {}

  /**
   * @param key of a variable, a member or a site
   */
  Optional<Value> variable(String key) {
    return Optional.ofNullable(spec.layout().things().get(key))
        .map(t -> state.variables().get(t.identifier()));
  }

  Individuals individuals() {
    return spec.layout().individuals();
  }

  /** What the state of a thread is. */
  StateLayout.OfThread thread(Instance who) {
    return spec.layout().threads().get(who.thread());
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
    Value all = state.variables().get(thread(who).instances().variable());
    boolean several = thread(who).instances() instanceof Instances.Each;
    return (Value.RecordOf) (several ? at(all, who.id()).orElseThrow() : all);
  }

  /** All instances of a thread, which its key names. */
  List<Instance> instances(String thread) {
    Instances instances = spec.layout().threads().get(thread).instances();
    return state.variables().get(instances.variable()) instanceof Value.FunctionOf f
            && instances instanceof Instances.Each
        ? f.mappings().keySet().stream().map(k -> new Instance(thread, Reading.text(k))).toList()
        : List.of(new Instance(thread, ""));
  }

  /** The name of the place where a thread is. */
  String place(Instance who) {
    return part(who, new StateLayout.Part.Place()).map(Reading::text).orElseThrow();
  }

  /** The node where it is. */
  Node node(Instance who) {
    return thread(who).places().get(place(who));
  }

  /** Whether it has not begun. */
  boolean rests(Instance who) {
    return place(who).equals(thread(who).rest());
  }

  /** The CPU that it is on: a handler's, or the one that a task holds. */
  Optional<Integer> cpu(Instance who) {
    return individuals()
        .cpu(who.id())
        .or(
            () ->
                part(who, new StateLayout.Part.Cpu())
                    .flatMap(c -> individuals().cpu(Reading.text(c))));
  }

  /** What a local holds, if it is kept and is not NULL. */
  Optional<Value> local(Instance who, String local) {
    return part(who, new StateLayout.Part.Local(local)).filter(v -> !isNull(v));
  }

  /** What a part of a thread's record is, if there is such a part. */
  Optional<Value> part(Instance who, StateLayout.Part part) {
    return record(who).fields().entrySet().stream()
        .filter(f -> part.equals(thread(who).fields().get(f.getKey())))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** What a field holds that is not NULL. */
  Optional<Value> field(Instance who, String field) {
    return Optional.ofNullable(record(who).fields().get(field)).filter(v -> !isNull(v));
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
  @Override
  public String place(Value address) {
    return address instanceof Value.Seq pair && pair.elements().size() == 2
        ? place(named(Reading.text(pair.elements().get(0))), pair.elements().get(1))
        : named(Reading.text(address));
  }

  /** An element of an array or of a per-CPU variable, or a member of an object. */
  String place(String name, Value index) {
    String text = Reading.text(index);
    if (index instanceof Value.Int) {
      return name + "[" + text + "]";
    }
    return individuals().cpu(text).isPresent()
        ? name + "[" + individuals().words(text) + "]"
        : text + "->" + name;
  }

  /** What is called so in C: a variable or a member; an object is called as it is. */
  private String named(String identifier) {
    return spec.layout().thing(identifier).map(StateLayout.Thing::name).orElse(identifier);
  }

  @Override
  public String agent(Value agent) {
    List<String> parts =
        agent instanceof Value.Seq s
            ? s.elements().stream().map(Reading::text).toList()
            : List.of(Reading.text(agent));
    String name = parts.get(0);
    if (parts.size() > 1) {
      return "the " + name + "() [" + individuals().words(parts.get(1)) + "]";
    }
    return individuals().cpu(name).isPresent() ? individuals().words(name) : "the " + name;
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
