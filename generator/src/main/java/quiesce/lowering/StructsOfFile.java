package quiesce.lowering;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quiesce.primitives.Dialect;
import quiesce.primitives.Primitive;
import quiesce.primitives.Primitives;
import quiesce.source.Expression;
import quiesce.source.Place;
import quiesce.source.Type;
import quiesce.steps.Exits;
import quiesce.steps.Graph;
import quiesce.steps.Local;
import quiesce.steps.Value;

/**
 * Lowers what follows a pointer that may lead to a struct of the file, or else to an object: once
 * for each that it may be. The members of such a struct are variables, and those of objects are
 * not, so that each is an access of its own.
 */
final class StructsOfFile {
  private final ThreadLowering in;

  /** What a pointer leads to, while what follows it is lowered. */
  private final Map<Expression.Member, Typed> decided = new IdentityHashMap<>();

  StructsOfFile(ThreadLowering in) {
    this.in = in;
  }

  /** What the pointer of a {@code p->m} is, where that is decided. */
  Optional<Typed> decided(Expression.Member m) {
    return Optional.ofNullable(decided.get(m));
  }

  /** The function that a slot always holds, of a struct that pointers lead to. */
  Optional<Value> constant(Typed address, Structs.Member slot) {
    return address
        .pointee()
        .filter(Pointee.GlobalStruct.class::isInstance)
        .map(Pointee.GlobalStruct.class::cast)
        .filter(s -> in.symbols.structVariables().isPointedTo(s.name()))
        .flatMap(s -> in.slots.constant(s, slot));
  }

  /** The member that an expression accesses by a pointer which may lead to either. */
  Optional<Expression.Member> undecided(Expression e) {
    return accessed(e)
        .filter(Expression.Member.class::isInstance)
        .map(Expression.Member.class::cast)
        .filter(m -> !decided.containsKey(m) && in.addresses.local(m).isEmpty())
        .filter(m -> !structs(m).isEmpty());
  }

  private List<Pointee.GlobalStruct> structs(Expression.Member m) {
    return structs(in.symbols.members().pointedTo(m).or(in.symbols::registered));
  }

  private List<Pointee.GlobalStruct> structs(Optional<String> struct) {
    return struct.map(in.symbols.structVariables()::pointedTo).orElse(List.of());
  }

  /** The object that a pointer leads to; refuses one that may lead to a struct of the file. */
  Value none(Typed pointer, Place place) {
    Optional<String> struct =
        pointer.target().filter(Type.Struct.class::isInstance).map(t -> ((Type.Struct) t).name());
    if (!structs(struct).isEmpty() && !isObject(pointer)) {
      throw new Refusal(
          place,
          "this may be the address of %s".formatted(structs(struct).get(0).words()),
          "use the pointer that was handed over for registering, or the members one by one");
    }
    return pointer.as(Typed.Kind.OBJECT, place);
  }

  private static boolean isObject(Typed pointer) {
    return pointer.kind() != Typed.Kind.OBJECT
        || pointer.value() instanceof Value.Registered
        || pointer.value().equals(new Value.Local(Lowering.OBJECT));
  }

  /** The place that an expression is about: that of its operands are expressions by themselves. */
  private static Optional<Expression> accessed(Expression e) {
    if (e instanceof Expression.Member) {
      return Optional.of(e);
    } else if (e instanceof Expression.Assign || e instanceof Expression.Update) {
      return e.changes();
    } else if (e instanceof Expression.Call c && c.callee() instanceof Expression.Member m) {
      return Optional.of(m);
    }
    return e instanceof Expression.Call c && isAccess(c)
        ? c.arguments().stream()
            .findFirst()
            .map(a -> a instanceof Expression.AddressOf address ? address.operand() : a)
        : Optional.empty();
  }

  private static boolean isAccess(Expression.Call c) {
    return Primitives.find(c.name(), Dialect.STRATEGY)
        .map(Primitive::meaning)
        .filter(m -> !(m instanceof Primitive.Hint || m instanceof Primitive.Prints))
        .isPresent();
  }

  /** What a comparison asks of, if it is one with NULL. */
  static Optional<Expression> comparedWithNull(Expression e) {
    return e instanceof Expression.Binary b
            && (b.operator() == Expression.Operator.EQUAL
                || b.operator() == Expression.Operator.NOT_EQUAL)
            && b.right() instanceof Expression.Null
        ? Optional.of(b.left())
        : Optional.empty();
  }

  /** What an expression is, be it this or that which its pointer leads to. */
  Typed evaluate(Expression e, Expression.Member m, Want want) {
    List<Way> ways = new ArrayList<>();
    each(
        m,
        () -> {
          Typed value = in.expressions.evaluate(e, want);
          ways.add(new Way(value, in.graph.take()));
        });
    Typed value = want.used() ? joined(ways, want, e.place()) : Typed.NOTHING;
    ways.forEach(w -> in.graph.alsoOpen(w.open()));
    return value;
  }

  /** The same of a condition. */
  Exits condition(Expression e, Expression.Member m) {
    List<Exits> ways = new ArrayList<>();
    each(m, () -> ways.add(in.expressions.condition(e)));
    return ways.stream().reduce(Exits::joined).orElseThrow();
  }

  /** Lowers what follows a pointer, with nothing open afterwards. */
  private void each(Expression.Member m, Runnable access) {
    Typed pointer = in.places.pointer(m);
    Optional<Typed> known = known(pointer, m);
    if (known.isPresent()) {
      with(m, known.get(), access);
      return;
    }
    // C has its value once here, and the compiler may load it again before that.
    String once = in.scope.fresh("followed", Typed.Kind.OBJECT);
    Value value = in.expressions.followed(pointer, m.object().place());
    in.emit(new Local.Assign(once, value, true), m.place());
    for (Pointee.GlobalStruct s : structs(m)) {
      Exits exits =
          in.expressions.branch(
              new Value.Equal(new Value.Local(once), Typed.struct(s).value()), m.place());
      in.graph.reopen(exits.whenTrue());
      if (StructVariables.isPoison(s)) {
        in.emit(new Local.NullCallback(), m.place());
        in.graph.take();
      } else {
        with(m, Typed.address(s), access);
      }
      in.graph.reopen(exits.whenFalse());
    }
    with(m, pointer.in(once), access);
  }

  /** What a pointer leads to that is known beforehand. */
  private Optional<Typed> known(Typed pointer, Expression.Member m) {
    if (pointer.value() instanceof Value.StructOfFile) {
      return structs(m).stream()
          .filter(s -> Typed.struct(s).value().equals(pointer.value()))
          .map(Typed::address)
          .findFirst();
    }
    return Optional.of(pointer).filter(StructsOfFile::isObject);
  }

  private void with(Expression.Member m, Typed pointer, Runnable access) {
    decided.put(m, pointer);
    try {
      access.run();
    } finally {
      decided.remove(m);
    }
  }

  /** One local for the values that there are on several ways, each of which it becomes. */
  private Typed joined(List<Way> ways, Want want, Place place) {
    Typed first = ways.get(0).value();
    if (ways.stream().allMatch(w -> w.value().equals(first))) {
      return first;
    }
    String local = want.localFor(first.kind(), "either", in.scope);
    for (int i = 0; i < ways.size(); i++) {
      in.graph.reopen(ways.get(i).open());
      Value value = in.expressions.converted(ways.get(i).value(), first, place);
      if (!value.equals(new Value.Local(local))) {
        in.emit(new Local.Assign(local, value), place);
      }
      ways.set(i, new Way(first, in.graph.take()));
    }
    return first.in(local);
  }

  /** What there is on one of several ways, and where it leads. */
  private record Way(Typed value, List<Graph.Edge> open) {}
}
