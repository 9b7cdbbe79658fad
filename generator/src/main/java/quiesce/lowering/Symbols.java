package quiesce.lowering;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import quiesce.source.Diagnostics;
import quiesce.source.Item;
import quiesce.source.Strategy;
import quiesce.source.Type;

/** The names that a strategy defines at its top level. */
final class Symbols {
  private final Map<String, Item.Variable> variables;
  private final Map<String, Item.StaticCall> staticCalls;
  private final Map<String, Item.Lock> locks;
  private final Map<String, Item.Domain> domains;
  private final Map<String, Item.Function> functions = new LinkedHashMap<>();
  private final Map<String, Item.Struct> structs;
  private final Optional<Item.ObjectInitialiser> initialiser;
  private final Map<String, Type> members = new LinkedHashMap<>();

  Symbols(Strategy strategy, Diagnostics problems) {
    variables = byName(strategy.items(Item.Variable.class));
    staticCalls = byName(strategy.items(Item.StaticCall.class));
    locks = byName(strategy.items(Item.Lock.class));
    domains = byName(strategy.items(Item.Domain.class));
    structs = byName(strategy.items(Item.Struct.class));
    for (Item.Function f : strategy.items(Item.Function.class)) {
      // A prototype and its definition: the roles of both count.
      functions.merge(f.name(), f, Symbols::merge);
    }
    List<Item.ObjectInitialiser> initialisers = strategy.items(Item.ObjectInitialiser.class);
    initialiser = initialisers.stream().findFirst();
    initialisers.stream()
        .skip(1)
        .forEach(
            i ->
                problems.report(
                    i.place(),
                    "a second initialised object",
                    "write one: every registration uses an object that is initialised like it"));
    checkStructs(problems);
  }

  private static Item.Function merge(Item.Function a, Item.Function b) {
    Set<Item.Role> roles = new LinkedHashSet<>(a.roles());
    roles.addAll(b.roles());
    Item.Function whole = a.body().isPresent() ? a : b;
    return new Item.Function(
        whole.place(),
        whole.name(),
        whole.result(),
        whole.parameters(),
        roles,
        whole.body(),
        whole.end());
  }

  private static <T extends Item> Map<String, T> byName(List<T> items) {
    return items.stream()
        .collect(Collectors.toMap(Item::name, i -> i, (a, b) -> a, LinkedHashMap::new));
  }

  private void checkStructs(Diagnostics problems) {
    structs.values().stream()
        .skip(1)
        .forEach(
            s ->
                problems.report(
                    s.place(),
                    "a second struct, " + s.name(),
                    "put its members into globals or per-CPU variables: quiesce follows one struct, the"
                        + " callbacks"));
    for (Item.Struct s : structs.values()) {
      for (Item.Member m : s.members()) {
        members.put(m.name(), m.type());
        if (m.type() instanceof Type.Pointer p && !structs.containsKey(p.struct())) {
          unknownStruct(problems, m.place(), p.struct());
        }
      }
    }
    for (Item.Variable v : variables.values()) {
      if (v.type() instanceof Type.Pointer p && !structs.containsKey(p.struct())) {
        unknownStruct(problems, v.place(), p.struct());
      }
      if (v.type() instanceof Type.Struct) {
        problems.report(
            v.place(),
            "a struct by value without an initialiser",
            "write what the provider's object holds: { .member = function, ... }");
      }
    }
    initialiser.ifPresent(
        i -> {
          if (!structs.containsKey(i.struct())) {
            unknownStruct(problems, i.place(), i.struct());
          } else {
            i.members()
                .forEach(
                    (name, value) -> {
                      if (!members.containsKey(name)) {
                        problems.report(
                            value.place(),
                            "struct " + i.struct() + " has no member " + name,
                            "name one of: " + String.join(", ", members.keySet()));
                      }
                    });
          }
        });
  }

  private static void unknownStruct(Diagnostics problems, quiesce.source.Place place, String name) {
    problems.report(
        place, "struct " + name + " is not defined", "define it: struct " + name + " { ... };");
  }

  Optional<Item.Variable> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  Optional<Item.StaticCall> staticCall(String name) {
    return Optional.ofNullable(staticCalls.get(name));
  }

  List<Item.StaticCall> staticCalls() {
    return List.copyOf(staticCalls.values());
  }

  Optional<Item.Lock> lock(String name) {
    return Optional.ofNullable(locks.get(name));
  }

  boolean isDomain(String name) {
    return domains.containsKey(name);
  }

  Optional<Item.Function> function(String name) {
    return Optional.ofNullable(functions.get(name));
  }

  Optional<Type> member(String name) {
    return Optional.ofNullable(members.get(name));
  }

  Set<String> memberNames() {
    return members.keySet();
  }

  Set<String> lockNames() {
    return locks.keySet();
  }

  /** Of the struct; empty when there is none. */
  String structName() {
    return structs.keySet().stream().findFirst().orElse("");
  }

  List<Item.Function> functions() {
    return List.copyOf(functions.values());
  }

  Optional<Item.ObjectInitialiser> initialiser() {
    return initialiser;
  }

  List<Item.Variable> variables() {
    return List.copyOf(variables.values());
  }
}
