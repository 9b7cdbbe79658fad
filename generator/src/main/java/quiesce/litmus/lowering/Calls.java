package quiesce.litmus.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quiesce.litmus.tree.Type;
import quiesce.primitives.Dialect;
import quiesce.primitives.Operands;
import quiesce.primitives.Primitive;
import quiesce.primitives.Primitives;
import quiesce.source.Expression;
import quiesce.source.Place;
import quiesce.source.Spelling;
import quiesce.steps.Access;
import quiesce.steps.Location;
import quiesce.steps.Step;
import quiesce.steps.Value;

/** Lowers the primitives. */
final class Calls {
  private static final Value ZERO = new Value.Number(0);

  /** In place of a refused call's result; the steps are not handed out then. */
  private static final Optional<Value> REFUSED = Optional.of(ZERO);

  private final ProcessLowering in;

  Calls(ProcessLowering in) {
    this.in = in;
  }

  /** For its effect. */
  void call(Expression.Call c) {
    call(c, Optional.empty());
  }

  /**
   * For its value.
   *
   * @param target where a value from memory may go
   */
  Value value(Expression.Call c, Optional<String> target) {
    return call(c, target)
        .orElseGet(
            () -> {
              in.report(
                  c.place(),
                  "%s() has no value".formatted(c.name()),
                  "write it as a statement of its own");
              return ZERO;
            });
  }

  /** The result; empty when there is none. */
  private Optional<Value> call(Expression.Call c, Optional<String> target) {
    Optional<Primitive> found = Primitives.find(c.name(), Dialect.LITMUS);
    if (found.isEmpty() || !(found.get().meaning() instanceof Primitive.Steps does)) {
      return unknown(c);
    }
    int count = does.arguments().size();
    if (c.arguments().size() != count) {
      in.report(
          c.place(),
          "%s() is given %d arguments and takes %d"
              .formatted(c.name(), c.arguments().size(), count),
          "write " + found.get().usage(Dialect.LITMUS));
      return REFUSED;
    } else if (does.returnsIndex() && target.isEmpty()) {
      in.report(
          c.place(),
          "the index of %s() is lost".formatted(c.name()),
          "assign it to a register, and hand that to %s()"
              .formatted(c.name().equals("srcu_read_lock") ? "srcu_read_unlock" : "srcu_up_read"));
      return REFUSED;
    }
    Operands given = operands(c, does);
    Operands all =
        given.with(
            does.result().map(r -> target.filter(t -> r.isRead()).orElseGet(in.scope::temporary)));
    for (Step s : does.steps().apply(all)) {
      int node = in.emit(s, c.place());
      does.fence().ifPresent(f -> in.fence(node, f));
    }
    return does.result().map(r -> r.value().apply(all));
  }

  private Operands operands(Expression.Call c, Primitive.Steps does) {
    List<Location> places = new ArrayList<>();
    List<Value> values = new ArrayList<>();
    List<String> objects = new ArrayList<>();
    List<String> indices = new ArrayList<>();
    for (int i = 0; i < c.arguments().size(); i++) {
      Expression e = c.arguments().get(i);
      switch (does.arguments().get(i)) {
        case VARIABLE -> places.add(in.locations.variable(e, c.name()));
        case ADDRESS, ATOMIC -> places.add(in.locations.address(e, c.name()));
        case VALUE, OLD, NEW -> values.add(in.expressions.value(e));
        case NUMBER, ADDEND, UNLESS ->
            values.add(in.expressions.number(in.expressions.value(e), e.place()));
        case SPINLOCK -> objects.add(in.locations.object(e, Type.Kind.LOCK, c.name()));
        case DOMAIN -> objects.add(in.locations.object(e, Type.Kind.DOMAIN, c.name()));
        case INDEX -> indices.add(index(c, e));
        case PER_CPU, MUTEX, FLAGS ->
            throw new IllegalStateException(
                "no litmus test has what %s() takes".formatted(c.name()));
      }
    }
    return new Operands(places, values, objects, indices, Optional.empty());
  }

  private String index(Expression.Call c, Expression e) {
    if (e.bare() instanceof Expression.Name n && !in.scope.isParameter(n.name())) {
      return in.scope.register(n.name(), n.place());
    }
    in.report(
        e.place(),
        "this is no index of a section",
        "hand over the register to which %s() was assigned"
            .formatted(c.name().equals("srcu_up_read") ? "srcu_down_read" : "srcu_read_lock"));
    return "";
  }

  void plainStore(Expression.Dereference target, Expression value, Place place) {
    Location location = in.locations.pointee(target.operand());
    in.emit(
        new Access.Store(Access.Store.Kind.PLAIN_STORE, location, in.expressions.value(value)),
        place);
  }

  private Optional<Value> unknown(Expression.Call c) {
    Optional<String> instead = Primitives.instead(c.name(), Dialect.LITMUS);
    if (instead.isPresent()) {
      in.report(c.place(), "%s() is not supported".formatted(c.name()), instead.get());
    } else {
      in.report(
          c.place(),
          "%s() is not a supported primitive".formatted(c.name()),
          Spelling.nearest(c.name(), Primitives.names(Dialect.LITMUS))
              .map("did you mean %s()?"::formatted)
              .orElse("write it in terms of READ_ONCE(), WRITE_ONCE() and the like"));
    }
    return REFUSED;
  }
}
