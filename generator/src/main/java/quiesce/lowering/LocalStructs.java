package quiesce.lowering;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quiesce.source.Expression;
import quiesce.source.Place;
import quiesce.source.Type;
import quiesce.steps.Value;

/** Lowers structs that are locals of a function: each member becomes a local. */
final class LocalStructs {
  private final ThreadLowering in;

  LocalStructs(ThreadLowering in) {
    this.in = in;
  }

  /** The locals of a struct, without values. */
  Pointee.LocalStruct declared(String name, Type.Struct struct) {
    Map<String, Typed> locals = new LinkedHashMap<>();
    for (Structs.Member m : in.symbols.members().of(struct)) {
      Type type = m.type().outsideOfStruct();
      String local = in.scope.unused(name + "." + m.written(), Typed.Kind.of(type));
      locals.put(m.written(), Typed.of(new Value.Local(local), type));
    }
    return new Pointee.LocalStruct(struct, locals);
  }

  /** {@code = { .member = value, ... }}: what it leaves out becomes 0. */
  void initialise(Pointee.LocalStruct local, Expression e, Place place) {
    Optional<List<Expression.Assign>> copies = in.symbols.members().copies(e);
    if (copies.isPresent()) {
      copies.get().forEach(in.assignments::lower);
      return;
    }
    if (!(e instanceof Expression.Braced b)) {
      throw new Refusal(
          e.place(),
          "a local struct is initialised with this",
          "write { .member = value, ... }, or a struct of the same type");
    }
    b.members()
        .forEach((name, v) -> in.symbols.members().member(local.type().name(), name, v.place()));
    local
        .members()
        .forEach(
            (name, variable) ->
                initialise(
                    variable,
                    Optional.ofNullable(b.members().get(name))
                        .orElseGet(() -> zero(variable, place)),
                    place));
  }

  private static Expression zero(Typed variable, Place place) {
    return variable.kind() == Typed.Kind.INT || variable.kind() == Typed.Kind.BOOL
        ? new Expression.Number(place, 0)
        : new Expression.Null(place);
  }

  private void initialise(Typed variable, Expression value, Place place) {
    if (in.withTemporaries(() -> in.expressions.into(value, variable, place)).isAddress()) {
      throw new Refusal(
          value.place(), "the address of a variable in a struct", "hand it over by itself");
    }
  }
}
