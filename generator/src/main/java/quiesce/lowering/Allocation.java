package quiesce.lowering;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.source.Constant;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Statement;
import quiesce.source.Type;
import quiesce.steps.Access;
import quiesce.steps.Value;

/** Lowers {@code kmalloc(size, flags)} and its like: an object of the struct that is wanted. */
final class Allocation {
  private static final Set<String> FUNCTIONS =
      Set.of("kmalloc", "kzalloc", "kcalloc", "kmalloc_array");
  private static final Set<String> OF_SEVERAL = Set.of("kcalloc", "kmalloc_array");
  private static final Set<String> ZEROED = Set.of("kzalloc", "kcalloc");
  private static final Set<String> WAITING =
      Set.of("GFP_KERNEL", "GFP_KERNEL_ACCOUNT", "GFP_USER", "GFP_NOIO", "GFP_NOFS");
  private static final Set<String> AT_ONCE = Set.of("GFP_ATOMIC", "GFP_NOWAIT");
  private static final Set<String> WITHOUT_EFFECT = Set.of("__GFP_NOWARN", "__GFP_ACCOUNT");
  private static final String ZERO = "__GFP_ZERO";

  private final ThreadLowering in;
  private final Expression.Call call;

  Allocation(ThreadLowering in, Expression.Call call) {
    this.in = in;
    this.call = call;
  }

  /** The structs that functions allocate, as far as declarations say it. */
  static Set<String> structs(
      Collection<Item.Function> functions, Map<String, Item.Variable> globals) {
    return functions.stream()
        .flatMap(f -> targets(f, globals))
        .filter(t -> t instanceof Type.Pointer p && p.target() instanceof Type.Struct)
        .map(t -> ((Type.Struct) ((Type.Pointer) t).target()).name())
        .collect(Collectors.toSet());
  }

  /** The types of the variables that get memory. */
  private static Stream<Type> targets(Item.Function f, Map<String, Item.Variable> globals) {
    return Stream.concat(
        TreeWalk.locals(f)
            .filter(d -> d.initialiser().filter(Allocation::isOne).isPresent())
            .map(Statement.Declaration::type),
        TreeWalk.all(Expression.Assign.class, f)
            .filter(a -> isOne(a.value()) && a.target() instanceof Expression.Name)
            .map(a -> ((Expression.Name) a.target()).name())
            .flatMap(
                name ->
                    TreeWalk.declared(name, f)
                        .or(() -> Optional.ofNullable(globals.get(name)).map(Item.Variable::type))
                        .stream()));
  }

  private static boolean isOne(Expression e) {
    return e.bare() instanceof Expression.Call c && FUNCTIONS.contains(c.name());
  }

  Typed lower(Want want) {
    boolean several = OF_SEVERAL.contains(call.name());
    int arguments = several ? 3 : 2;
    if (several && !Constant.of(Calls.argument(call, 0, arguments)).equals(Optional.of(1))) {
      throw new Refusal(
          call.arguments().get(0).place(),
          "memory for several structs, or for a number that is not known",
          "allocate one at a time, or write a global array: static struct name all[4];");
    }
    Expression size = Calls.argument(call, arguments - 2, arguments);
    if (TreeWalk.all(size).anyMatch(e -> e instanceof Expression.Call || e.changes().isPresent())) {
      throw new Refusal(
          size.place(), "the size does something by itself", "do that in a statement of its own");
    }
    Type.Struct struct = struct(want);
    Set<String> flags = flags(Calls.argument(call, arguments - 1, arguments), new TreeSet<>());
    boolean zeroed = ZEROED.contains(call.name()) || flags.contains(ZERO);
    String local = want.localFor(Typed.Kind.OBJECT, struct.name(), in.scope);
    in.emit(
        new Access.Allocate(
            call.name(),
            local,
            zeroed ? zeros(struct) : Map.of(),
            flags.stream().anyMatch(WAITING::contains)),
        call.place());
    return Typed.of(new Value.Local(local), new Type.Pointer(struct));
  }

  private Type.Struct struct(Want want) {
    Type target =
        want.target()
            .filter(Type.Struct.class::isInstance)
            .orElseThrow(
                () ->
                    new Refusal(
                        call.place(),
                        "it is not known what this memory is for",
                        "assign it to a pointer: struct name *p = " + call.name() + "(...);"));
    Type.Struct struct = (Type.Struct) target;
    if (in.symbols.members().embedding().of(struct.name()).isPresent()) {
      throw new Refusal(
          call.place(),
          "struct %s is a member of another struct here, and is allocated by itself, too"
              .formatted(struct.name()),
          "allocate the struct that it is in");
    }
    if (in.symbols.isRegistered(new Type.Pointer(struct))) {
      throw new Refusal(
          call.place(),
          "struct %s is what the provider registers, and is allocated here, too"
              .formatted(struct.name()),
          "allocate a struct of its own, with a pointer to what is registered");
    }
    return struct;
  }

  private Map<String, Value> zeros(Type.Struct struct) {
    Map<String, Value> all = new LinkedHashMap<>();
    in.symbols.members().all().stream()
        .filter(m -> m.struct().equals(struct.name()) && in.slots.stored(m.name()))
        .forEach(m -> all.put(m.name(), Initial.zero(m.type())));
    return all;
  }

  private static Set<String> flags(Expression e, Set<String> found) {
    if (e instanceof Expression.Binary b && b.operator() == Expression.Operator.BIT_OR) {
      flags(b.left(), found);
      return flags(b.right(), found);
    }
    if (e instanceof Expression.Name n
        && (WAITING.contains(n.name())
            || AT_ONCE.contains(n.name())
            || WITHOUT_EFFECT.contains(n.name())
            || n.name().equals(ZERO))) {
      found.add(n.name());
      return found;
    }
    throw new Refusal(
        e.place(),
        "these flags are not known",
        "write GFP_KERNEL, or GFP_ATOMIC where sleeping is not allowed");
  }
}
