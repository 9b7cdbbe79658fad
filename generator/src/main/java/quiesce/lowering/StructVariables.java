package quiesce.lowering;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import quiesce.source.Diagnostics;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Strategy;
import quiesce.source.Type;
import quiesce.steps.Value;

/**
 * Global structs that are variables of the file, elements of arrays and per-CPU structs among them:
 * each member is a variable of its own, {@code dev.ops}, and so is each member of a struct in them.
 * Others say what the provider's object holds.
 */
final class StructVariables {
  /** What members of lists are, and their heads. */
  static final Set<String> LISTS = Set.of("list_head", "hlist_node");

  /** What nobody may follow, and is not NULL. */
  private static final String POISON = "LIST_POISON2";

  /** What every kind of chain of notifiers has. */
  static final String CHAIN = "raw_notifier_head";

  /** What such a chain consists of. */
  static final String NOTIFIER = "notifier_block";

  /** Whether it leads to a member of a list, or to the head. */
  static boolean isLink(Type type) {
    return type instanceof Type.Pointer p && LISTS.contains(p.struct());
  }

  /** How many there are of a name. */
  private sealed interface Copies {
    record One(Item.ObjectInitialiser item) implements Copies {}

    record Elements(Item.Array item) implements Copies {}

    record PerCpu(Item.Variable item) implements Copies {}
  }

  private record Known(Type.Struct type, Copies copies) {}

  private final Map<String, Item.Struct> structs;
  private final Set<Item.ObjectInitialiser> objects = new HashSet<>();
  private final Map<String, Known> all = new LinkedHashMap<>();
  private final List<Item.Variable> members = new ArrayList<>();
  private final List<Item.Array> arrays = new ArrayList<>();
  private final List<Item.Lock> locks = new ArrayList<>();

  /** Those that pointers to what is registered lead to from the beginning. */
  private final Set<String> pointedTo = new LinkedHashSet<>();

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
    Set<String> initial = initial(strategy);
    for (Item.ObjectInitialiser o : strategy.all(Item.ObjectInitialiser.class)) {
      boolean other =
          !o.struct().equals(NOTIFIER)
                  && strategy.kernel().stream().anyMatch(i -> i.name().equals(o.struct()))
              || given.filter(s -> !s.equals(o.struct())).isPresent();
      boolean alike = !registersFunction && given.filter(o.struct()::equals).isPresent();
      boolean lasts = initial.contains(o.name()) || o.struct().equals(NOTIFIER);
      if (alike && lasts || LISTS.contains(o.struct())) {
        pointedTo.add(o.name());
      }
      if (registersFunction || other || named.contains(o.name()) || pointedTo.contains(o.name())) {
        objects.add(o);
        add(o, new Type.Struct(o.struct()), new Copies.One(o), problems);
      }
    }
    strategy.items(Item.Array.class).stream()
        .filter(a -> a.type() instanceof Type.Struct)
        .forEach(a -> add(a, (Type.Struct) a.type(), new Copies.Elements(a), problems));
    strategy.items(Item.Variable.class).stream()
        .filter(v -> v.perCpu() && v.type() instanceof Type.Struct)
        .forEach(v -> add(v, (Type.Struct) v.type(), new Copies.PerCpu(v), problems));
  }

  /** The names of what pointers lead to from the beginning. */
  private static Set<String> initial(Strategy strategy) {
    Stream<Expression> values =
        Stream.of(
                strategy.items(Item.Variable.class).stream().flatMap(v -> v.initialiser().stream()),
                strategy.items(Item.Array.class).stream()
                    .flatMap(a -> a.initial().stream())
                    .map(Item.Element::value),
                strategy.items(Item.ObjectInitialiser.class).stream()
                    .flatMap(o -> o.members().values().stream()))
            .flatMap(v -> v);
    return values
        .flatMap(TreeWalk::all)
        .filter(Expression.AddressOf.class::isInstance)
        .flatMap(a -> Initial.function(a).stream())
        .collect(Collectors.toSet());
  }

  private void add(Item item, Type.Struct type, Copies copies, Diagnostics problems) {
    Refusal.noted(
        problems,
        () -> {
          Set<String> paths = new HashSet<>();
          add(item.name(), "", new Known(type, copies), paths);
          initialisers(copies).forEach(i -> refuseOthers(type, i, paths));
        });
  }

  /** What is given to members, each by the names that lead to it. */
  private static List<Map<String, Expression>> initialisers(Copies copies) {
    if (copies instanceof Copies.One one) {
      return List.of(one.item().members());
    }
    Stream<Expression> values =
        copies instanceof Copies.Elements e
            ? e.item().initial().stream().map(Item.Element::value)
            : ((Copies.PerCpu) copies).item().initialiser().stream();
    return values.map(v -> braced(v).members()).toList();
  }

  private static Expression.Braced braced(Expression value) {
    if (value instanceof Expression.Braced b) {
      return b;
    }
    throw new Refusal(
        value.place(),
        "a struct cannot be initialised with this",
        "write { .member = value, ... }");
  }

  private static void refuseOthers(
      Type.Struct struct, Map<String, Expression> members, Set<String> paths) {
    members.forEach(
        (path, value) -> {
          if (!paths.contains(path)) {
            throw new Refusal(
                value.place(),
                "struct " + struct.name() + " has no member " + path + " that could be given this",
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
  private void add(String name, String path, Known known, Set<String> paths) {
    all.put(name, known);
    for (Item.Member m : structs.get(known.type().name()).members()) {
      String inner = name + "." + m.name();
      if (m.type() instanceof Type.Struct struct) {
        add(inner, path + m.name() + ".", new Known(struct, known.copies()), paths);
        continue;
      }
      paths.add(path + m.name());
      if (LateStructs.isDeferred(known.type().name())) {
        // What the kernel keeps in it is no memory of the file's.
        continue;
      }
      if (m.type() instanceof Type.Lock lock) {
        locks.addAll(locks(inner, path + m.name(), lock, known.copies()));
      } else {
        member(inner, path + m.name(), m.type().outsideOfStruct(), known.copies());
      }
    }
  }

  private void member(String name, String path, Type type, Copies copies) {
    if (copies instanceof Copies.One one) {
      Item.ObjectInitialiser o = one.item();
      Optional<Expression> initial = Optional.ofNullable(o.members().get(path));
      members.add(new Item.Variable(o.place(), type, name, false, initial));
    } else if (copies instanceof Copies.PerCpu perCpu) {
      Item.Variable v = perCpu.item();
      Optional<Expression> initial = v.initialiser().map(i -> member(braced(i), path));
      members.add(new Item.Variable(v.place(), type, name, true, initial));
    } else if (copies instanceof Copies.Elements elements) {
      Item.Array a = elements.item();
      List<Item.Element> initial =
          a.initial().stream()
              .map(e -> new Item.Element(e.index(), member(braced(e.value()), path)))
              .toList();
      arrays.add(new Item.Array(a.place(), type, name, a.size(), initial));
    }
  }

  private static Expression member(Expression.Braced value, String path) {
    return Optional.ofNullable(value.members().get(path))
        .orElseGet(() -> new Expression.Number(value.place(), 0));
  }

  private static List<Item.Lock> locks(String name, String path, Type.Lock lock, Copies copies) {
    if (copies instanceof Copies.PerCpu perCpu) {
      throw new Refusal(
          perCpu.item().place(),
          "a lock in a struct of which each CPU has one",
          "define one lock for all of them, at the top level");
    }
    initialisers(copies).stream()
        .flatMap(given -> Optional.ofNullable(given.get(path)).stream())
        .filter(e -> !(e instanceof Expression.Call))
        .forEach(StructVariables::noLock);
    if (copies instanceof Copies.Elements e) {
      return IntStream.range(0, Arrays.size(e.item()))
          .mapToObj(i -> new Item.Lock(e.item().place(), element(name, i), lock.type()))
          .toList();
    }
    return List.of(new Item.Lock(((Copies.One) copies).item().place(), name, lock.type()));
  }

  /** A member of an element, as C writes it. */
  static String element(String member, int index) {
    int end = member.indexOf('.');
    return "%s[%d]%s".formatted(member.substring(0, end), index, member.substring(end));
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

  /** Their members that hold something, but for those of arrays. */
  List<Item.Variable> members() {
    return members;
  }

  /** The members of elements: of each member an array. */
  List<Item.Array> arrays() {
    return arrays;
  }

  /** The locks in them. */
  List<Item.Lock> locks() {
    return locks;
  }

  /** The struct of this name, where there is one alone. */
  Optional<Pointee.GlobalStruct> find(String name) {
    return Optional.ofNullable(all.get(name))
        .filter(k -> k.copies() instanceof Copies.One)
        .map(k -> new Pointee.GlobalStruct(name, k.type(), new Pointee.Which.Only()));
  }

  /** The domain of SRCU that is a member, by a name that no other domain has. */
  Optional<String> domain(String member, Set<String> others) {
    Set<String> taken = new HashSet<>(others);
    for (String m : names("srcu_struct")) {
      String name = m.replace('.', '_');
      while (!taken.add(name)) {
        name = name + "_";
      }
      if (m.equals(member)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** Whether what is registered may be in a list of the kernel's, or a chain. */
  boolean hasLists() {
    return LISTS.stream().anyMatch(list -> !pointedTo(list).isEmpty()) || !names(CHAIN).isEmpty();
  }

  /** Whether a variable leads to the first of a chain. */
  boolean isHead(String variable) {
    return names(CHAIN).stream().anyMatch(chain -> variable.equals(chain + ".head"));
  }

  /** The structs of a kind that a pointer to such a struct may lead to. */
  List<Pointee.GlobalStruct> pointedTo(String struct) {
    return pointedTo.stream()
        .flatMap(name -> find(name).stream())
        .filter(s -> s.type().name().equals(struct))
        .toList();
  }

  /** The names of all that are of a kind. */
  List<String> names(String struct) {
    return all.entrySet().stream()
        .filter(v -> v.getValue().type().name().equals(struct))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether it is there to be an oops for whoever follows a pointer to it. */
  static boolean isPoison(Pointee.GlobalStruct s) {
    return s.name().equals(POISON);
  }

  /** Whether a pointer may lead to this struct. */
  boolean isPointedTo(String name) {
    return pointedTo.contains(name);
  }

  /** How many elements an array of structs has; empty of what is none. */
  Optional<Integer> size(String array) {
    return Optional.ofNullable(all.get(array))
        .filter(k -> k.copies() instanceof Copies.Elements)
        .map(k -> Arrays.size(((Copies.Elements) k.copies()).item()));
  }

  /** The first element of the only array of such structs. */
  Optional<Pointee.GlobalStruct> elements(Type.Struct type) {
    List<String> alike =
        all.entrySet().stream()
            .filter(v -> v.getValue().type().equals(type))
            .filter(v -> v.getValue().copies() instanceof Copies.Elements)
            .map(Map.Entry::getKey)
            .toList();
    return Optional.of(alike)
        .filter(names -> names.size() == 1)
        .map(names -> names.get(0))
        .flatMap(name -> size(name).map(size -> element(name, size, new Value.Number(0))));
  }

  /** An element of an array of structs. */
  Pointee.GlobalStruct element(String array, int size, Value index) {
    return new Pointee.GlobalStruct(
        array, all.get(array).type(), new Pointee.Which.Element(size, index));
  }

  boolean isPerCpu(String name) {
    return Optional.ofNullable(all.get(name))
        .filter(k -> k.copies() instanceof Copies.PerCpu)
        .isPresent();
  }

  /** A per-CPU struct. */
  Pointee.GlobalStruct ofCpu(String name, Pointee.Which cpu) {
    return new Pointee.GlobalStruct(name, all.get(name).type(), cpu);
  }

  /** The struct of this name, whatever copies of it there are. */
  Optional<Type.Struct> type(String name) {
    return Optional.ofNullable(all.get(name)).map(Known::type);
  }

  /** A struct in one. */
  Optional<Pointee.GlobalStruct> inner(Pointee.GlobalStruct outer, String member) {
    String name = outer.member(member);
    return type(name).map(type -> new Pointee.GlobalStruct(name, type, outer.which()));
  }

  /** The one that another one is this member of. */
  Optional<Pointee.GlobalStruct> around(Pointee.GlobalStruct inner, String member) {
    return all.entrySet().stream()
        .map(v -> new Pointee.GlobalStruct(v.getKey(), v.getValue().type(), inner.which()))
        .filter(v -> v.member(member).equals(inner.name()))
        .findFirst();
  }

  /** The only one of a struct; empty if there are several, or none. */
  Optional<Pointee.GlobalStruct> only(Type.Struct type) {
    List<String> alike =
        all.entrySet().stream()
            .filter(v -> v.getValue().type().equals(type))
            .map(Map.Entry::getKey)
            .toList();
    return alike.size() == 1 ? find(alike.get(0)) : Optional.empty();
  }

  /** The structs that some of them are. */
  Set<String> types() {
    return all.values().stream().map(v -> v.type().name()).collect(Collectors.toSet());
  }
}
