package quiesce.lowering;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import quiesce.source.Diagnostics;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Strategy;
import quiesce.source.Type;

/**
 * Global structs that are variables of the file: each member is a variable of its own, {@code
 * dev.ops}, and so is each member of a struct in them. Others say what the provider's object holds.
 */
final class StructVariables {
  private final Map<String, Item.Struct> structs;
  private final Set<Item.ObjectInitialiser> objects = new HashSet<>();
  private final Map<String, Pointee.GlobalStruct> all = new LinkedHashMap<>();
  private final List<Item.Variable> members = new ArrayList<>();
  private final List<Item.Lock> locks = new ArrayList<>();

  /**
   * @param given the struct that registering or unregistering takes a pointer to
   * @param registersFunction whether what is registered is a function
   */
  StructVariables(
      Strategy strategy,
      Map<String, Item.Struct> structs,
      Optional<String> given,
      boolean registersFunction,
      Diagnostics problems) {
    this.structs = structs;
    Set<String> named =
        strategy.items(Item.Function.class).stream()
            .flatMap(f -> TreeWalk.all(Expression.Part.class, f))
            .map(Expression.Part::variable)
            .collect(Collectors.toSet());
    for (Item.ObjectInitialiser o : strategy.items(Item.ObjectInitialiser.class)) {
      boolean other = given.filter(s -> !s.equals(o.struct())).isPresent();
      if (registersFunction || other || named.contains(o.name())) {
        objects.add(o);
        Refusal.noted(
            problems,
            () -> {
              Set<String> paths = new HashSet<>();
              add(o, "", new Pointee.GlobalStruct(o.name(), new Type.Struct(o.struct())), paths);
              refuseOthers(o, paths);
            });
      }
    }
  }

  private static void refuseOthers(Item.ObjectInitialiser o, Set<String> paths) {
    o.members()
        .forEach(
            (path, value) -> {
              if (!paths.contains(path)) {
                throw new Refusal(
                    value.place(),
                    "struct " + o.struct() + " has no member " + path + " that could be given this",
                    "name one of: " + String.join(", ", paths.stream().sorted().toList()));
              }
            });
  }

  /**
   * Adds a struct, and those in it.
   *
   * @param path the members that lead to it, each followed by a dot
   * @param paths gets those of the members
   */
  private void add(
      Item.ObjectInitialiser in, String path, Pointee.GlobalStruct variable, Set<String> paths) {
    all.put(variable.name(), variable);
    for (Item.Member m : structs.get(variable.type().name()).members()) {
      String name = variable.member(m.name());
      Optional<Expression> initial = Optional.ofNullable(in.members().get(path + m.name()));
      if (m.type() instanceof Type.Struct inner) {
        add(in, path + m.name() + ".", new Pointee.GlobalStruct(name, inner), paths);
        continue;
      }
      paths.add(path + m.name());
      if (m.type() instanceof Type.Lock lock) {
        initial.filter(e -> !(e instanceof Expression.Call)).ifPresent(StructVariables::noLock);
        locks.add(new Item.Lock(in.place(), name, lock.mutex()));
      } else {
        members.add(
            new Item.Variable(in.place(), m.type().outsideOfStruct(), name, false, initial));
      }
    }
  }

  private static void noLock(Expression initial) {
    throw new Refusal(
        initial.place(),
        "a lock cannot be initialised with this",
        "write __SPIN_LOCK_UNLOCKED(name), __MUTEX_INITIALIZER(name), or nothing");
  }

  boolean has(Item.ObjectInitialiser object) {
    return objects.contains(object);
  }

  /** Their members that hold something. */
  List<Item.Variable> members() {
    return members;
  }

  /** The locks in them. */
  List<Item.Lock> locks() {
    return locks;
  }

  /** The struct of this name. */
  Optional<Pointee.GlobalStruct> find(String name) {
    return Optional.ofNullable(all.get(name));
  }

  /** The one that another one is a member of, by its struct and the member. */
  Optional<Pointee.GlobalStruct> around(Pointee.GlobalStruct inner, String struct, String member) {
    return all.values().stream()
        .filter(v -> v.type().name().equals(struct) && v.member(member).equals(inner.name()))
        .findFirst();
  }

  /** The only one of a struct; empty if there are several, or none. */
  Optional<Pointee.GlobalStruct> only(Type.Struct type) {
    List<Pointee.GlobalStruct> alike =
        all.values().stream().filter(v -> v.type().equals(type)).toList();
    return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
  }

  /** The structs that some of them are. */
  Set<String> types() {
    return all.values().stream().map(v -> v.type().name()).collect(Collectors.toSet());
  }
}
