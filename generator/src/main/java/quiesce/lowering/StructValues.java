package quiesce.lowering;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import quiesce.source.Expression;
import quiesce.source.Place;
import quiesce.source.Type;
import quiesce.steps.Access;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Value;

/**
 * Lowers {@code *p = (struct name) { .member = value }}: all values are known before the first
 * member is stored, and each member is stored by itself.
 */
final class StructValues {
  private final ThreadLowering in;

  StructValues(ThreadLowering in) {
    this.in = in;
  }

  void assign(Expression target, Expression.Braced value) {
    Type.Struct struct =
        new Type.Struct(
            value
                .struct()
                .orElseThrow(
                    () ->
                        new Refusal(
                            value.place(),
                            "braces without the type of what they are",
                            "write (struct name) { .member = value }")));
    Typed to = pointer(target);
    to.pointee().ifPresent(p -> in.chosen.used(p, target.place()));
    if (!to.target().equals(Optional.of(struct))) {
      throw new Refusal(
          target.place(),
          "this is no struct %s".formatted(struct.name()),
          "assign to *p, or to a variable that is a struct");
    }
    value
        .members()
        .forEach((name, v) -> in.symbols.members().member(struct.name(), name, v.place()));
    Map<Structs.Member, Value> values = new LinkedHashMap<>();
    for (Structs.Member m : in.symbols.members().of(struct)) {
      Optional<Expression> given = Optional.ofNullable(value.members().get(m.written()));
      if (m.type() instanceof Type.Lock) {
        throw new Refusal(
            target.place(),
            "a struct with a lock in it is assigned as a whole",
            "assign its members: what becomes of the lock is not known");
      }
      Type type = type(to, m);
      Value v =
          given.map(e -> in.expressions.evaluated(e, type)).orElseGet(() -> Initial.zero(type));
      values.put(m, kept(v, type, value.place()));
    }
    values.forEach((m, v) -> store(to, m, v, value.place()));
  }

  /** The value before anything is stored: it may be that of another member. */
  private Value kept(Value v, Type type, Place place) {
    if (v.locals().findAny().isEmpty()) {
      return v;
    }
    String local = in.scope.fresh("member", Typed.Kind.of(type));
    in.emit(new Local.Assign(local, v), place);
    return new Value.Local(local);
  }

  /** A pointer to what is assigned to. */
  private Typed pointer(Expression target) {
    return target instanceof Expression.Dereference d
        ? in.expressions.evaluate(d.operand())
        : in.addresses.of(new Expression.AddressOf(target.place(), target));
  }

  /** In an object a function is in a slot; elsewhere it is a pointer. */
  private static Type type(Typed to, Structs.Member m) {
    return to.pointee().isPresent() ? m.type().outsideOfStruct() : m.type();
  }

  private void store(Typed to, Structs.Member m, Value value, Place place) {
    if (to.pointee().orElse(null) instanceof Pointee.LocalStruct s) {
      String local = Assignments.local(s.members().get(m.written()));
      in.emit(new Local.Assign(local, value), place);
      return;
    }
    Location location =
        to.pointee().orElse(null) instanceof Pointee.GlobalStruct s
            ? s.location(m.written())
            : new Location.Member(m.name(), in.structsOfFile.none(to, place));
    if (in.places.hasEffect(new Places.Located(location, type(to, m)))) {
      in.emit(new Access.Store(Access.Store.Kind.PLAIN_STORE, location, value), place);
    }
  }
}
