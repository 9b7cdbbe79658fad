package quiesce.litmus.lowering;

import java.util.Optional;
import quiesce.litmus.tree.Type;
import quiesce.source.Expression;
import quiesce.source.Place;
import quiesce.steps.Location;
import quiesce.steps.Value;

/**
 * Finds out which place in memory an expression means. Kernel code is not of one mind whether a
 * primitive takes {@code x} or {@code *x}, nor are litmus tests: both are understood where they can
 * mean one thing only.
 */
final class Locations {
  /** In place of a refused one; the steps are not handed out then. */
  private static final Location NOWHERE = new Location.Global("");

  private final ProcessLowering in;

  Locations(ProcessLowering in) {
    this.in = in;
  }

  /** The argument of a primitive that takes the variable: {@code READ_ONCE(*x)}. */
  Location variable(Expression argument, String primitive) {
    Expression a = argument.bare();
    if (a instanceof Expression.Dereference d) {
      return pointee(d.operand());
    }
    Optional<Location> parameter = parameter(a);
    if (parameter.isPresent()) {
      return parameter.get();
    }
    String shown = a instanceof Expression.Name n ? n.name() : "p";
    return refuse(
        a.place(),
        "%s() is given no variable in memory".formatted(primitive),
        "write %s(*%s) for the variable that %s points to".formatted(primitive, shown, shown));
  }

  /** The argument of a primitive that takes an address: {@code smp_load_acquire(x)}. */
  Location address(Expression argument, String primitive) {
    Expression a = argument.bare();
    if (a instanceof Expression.Dereference d) {
      // Unless x is a pointer to a pointer, *x is no address, so that x is meant.
      if (d.operand() instanceof Expression.Name n
          && in.scope.type(n.name()).filter(t -> t.pointers() == 1).isPresent()) {
        return pointee(n);
      }
      return refuse(
          a.place(),
          "%s() takes an address, and this may be the address or what is there"
              .formatted(primitive),
          "write %s(p) with the address, and load that by a statement before if need be"
              .formatted(primitive));
    }
    return parameter(a).orElseGet(() -> pointee(a));
  }

  /** {@code x} or {@code &x} of a parameter. */
  private Optional<Location> parameter(Expression a) {
    Expression name = a instanceof Expression.AddressOf of ? of.operand().bare() : a;
    return name instanceof Expression.Name n && in.scope.isParameter(n.name())
        ? Optional.of(global(n))
        : Optional.empty();
  }

  /** What an expression points to. */
  Location pointee(Expression pointer) {
    Expression p = pointer.bare();
    Optional<Location> parameter = parameter(p);
    if (parameter.isPresent()) {
      return parameter.get();
    }
    Value v = in.expressions.value(p);
    if (v instanceof Value.Local) {
      return new Location.Pointee(v);
    }
    return v instanceof Value.Address a
        ? new Location.Global(a.variable())
        : refuse(
            p.place(),
            "arithmetic on addresses is not supported",
            "name the variable that is meant");
  }

  private Location global(Expression.Name name) {
    Type.Kind kind = in.symbols.kind(name.name()).orElse(Type.Kind.INTEGER);
    return kind == Type.Kind.INTEGER
        ? new Location.Global(name.name())
        : refuse(
            name.place(),
            "'%s' is %s and not a variable".formatted(name.name(), kind.text()),
            "use another name for the variable");
  }

  /** The name of a lock or an SRCU domain. */
  String object(Expression argument, Type.Kind kind, String primitive) {
    Expression a = argument.bare();
    Expression inner = a instanceof Expression.AddressOf of ? of.operand().bare() : a;
    if (inner instanceof Expression.Name n
        && in.scope.isParameter(n.name())
        && in.symbols.kind(n.name()).filter(kind::equals).isPresent()) {
      return n.name();
    }
    in.report(
        a.place(),
        "%s() is not given %s".formatted(primitive, kind.text()),
        kind == Type.Kind.LOCK
            ? "make it a parameter of this type: spinlock_t *s"
            : "make it a parameter of this type: struct srcu_struct *s");
    return "";
  }

  private Location refuse(Place place, String message, String help) {
    in.report(place, message, help);
    return NOWHERE;
  }
}
