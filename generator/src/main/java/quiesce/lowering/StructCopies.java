package quiesce.lowering;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import quiesce.source.Expression;
import quiesce.source.Place;
import quiesce.source.Type;

/**
 * What copies a struct, or makes all of it 0, in terms of its members: {@code *a = *b} is {@code
 * a->m = b->m} for each member. C says as little of the order.
 */
final class StructCopies {
  private static final int ARGUMENTS = 3;

  private final Function<Expression, Optional<Type>> types;
  private final Function<Type.Struct, Collection<Structs.Member>> members;

  /**
   * @param types of expressions
   * @param members of a struct, and of those in it
   */
  StructCopies(
      Function<Expression, Optional<Type>> types,
      Function<Type.Struct, Collection<Structs.Member>> members) {
    this.types = types;
    this.members = members;
  }

  /** The assignments that an expression consists of; empty where it is about no struct. */
  List<Expression.Assign> of(Expression e) {
    if (e instanceof Expression.Assign a && !(a.value() instanceof Expression.Braced)) {
      return copied(a.target(), a.value(), a.place());
    } else if (e instanceof Expression.Call c && c.arguments().size() == ARGUMENTS) {
      return switch (c.name()) {
        case "memcpy" -> copied(pointee(c, 0), pointee(c, 1), c.place());
        case "memset" -> zeroed(pointee(c, 0), c);
        default -> List.of();
      };
    }
    return List.of();
  }

  /** Those that {@code struct name target = value} consists of. */
  List<Expression.Assign> initial(String target, Expression value) {
    return copied(new Expression.Name(value.place(), target), value, value.place());
  }

  private static Expression pointee(Expression.Call c, int argument) {
    Expression pointer = c.arguments().get(argument).bare();
    return pointer instanceof Expression.AddressOf a
        ? a.operand()
        : new Expression.Dereference(pointer.place(), pointer);
  }

  private List<Expression.Assign> copied(Expression to, Expression from, Place place) {
    Optional<Type.Struct> struct = struct(to);
    if (struct.isEmpty() || !struct.equals(struct(from))) {
      return List.of();
    }
    refuseEffects(to);
    refuseEffects(from);
    return each(struct.get(), place)
        .map(m -> new Expression.Assign(place, member(to, m), member(from, m)))
        .toList();
  }

  private List<Expression.Assign> zeroed(Expression to, Expression.Call c) {
    Optional<Type.Struct> struct = struct(to);
    if (struct.isEmpty()) {
      return List.of();
    }
    Expression value = c.arguments().get(1);
    if (!(value instanceof Expression.Number n && n.value() == 0)) {
      throw new Refusal(
          value.place(), "a struct is filled with something other than 0", "assign its members");
    }
    refuseEffects(to);
    return each(struct.get(), c.place())
        .map(m -> new Expression.Assign(c.place(), member(to, m), zero(m.type(), c.place())))
        .toList();
  }

  private static Expression zero(Type type, Place place) {
    return type.isNumber() || type instanceof Type.Bool
        ? new Expression.Number(place, 0)
        : new Expression.Null(place);
  }

  private Optional<Type.Struct> struct(Expression e) {
    return types.apply(e).filter(Type.Struct.class::isInstance).map(Type.Struct.class::cast);
  }

  private Stream<Structs.Member> each(Type.Struct struct, Place place) {
    Collection<Structs.Member> all = members.apply(struct);
    if (all.stream().anyMatch(m -> m.type() instanceof Type.Lock)) {
      throw new Refusal(
          place,
          "a struct with a lock in it is assigned as a whole",
          "assign its members: what becomes of the lock is not known");
    }
    return all.stream();
  }

  /** It is written once for each member. */
  private static void refuseEffects(Expression e) {
    if (TreeWalk.all(e)
        .anyMatch(
            part ->
                part.changes().isPresent()
                    || part instanceof Expression.Call c && !Places.isPerCpu(c))) {
      throw new Refusal(
          e.place(),
          "the struct that is copied is the result of a call or of an assignment",
          "put a pointer to it into a local first");
    }
  }

  private static Expression member(Expression struct, Structs.Member m) {
    return struct
        .dot(m.written())
        .orElseThrow(
            () ->
                new Refusal(
                    struct.place(),
                    "the struct that is copied is the result of an operation",
                    "put a pointer to it into a local first"));
  }
}
