package quiesce.litmus.lowering;

import java.util.Optional;
import java.util.stream.Stream;
import quiesce.litmus.tree.Type;
import quiesce.primitives.Argument;
import quiesce.primitives.Dialect;
import quiesce.primitives.Operands;
import quiesce.primitives.Operands.Operand;
import quiesce.primitives.Primitive;
import quiesce.primitives.Primitives;
import quiesce.source.Expression;
import quiesce.source.Place;
import quiesce.steps.Access;
import quiesce.steps.Location;
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
    Operands given = Operands.of(does, c.arguments(), (kind, e) -> operand(c.name(), kind, e));
    Optional<String> local =
        does.result().map(r -> target.filter(t -> r.isRead()).orElseGet(in.scope::temporary));
    return does.make(given.with(local), s -> in.emit(s, c.place()), in.fences);
  }

  private Operand operand(String call, Argument kind, Expression e) {
    return switch (kind) {
      case VARIABLE -> new Operand.Place(in.locations.variable(e, call));
      case ADDRESS, ATOMIC -> new Operand.Place(in.locations.address(e, call));
      case VALUE, OLD, NEW -> new Operand.Number(in.expressions.value(e));
      case NUMBER, ADDEND, UNLESS ->
          new Operand.Number(in.expressions.number(in.expressions.value(e), e.place()));
      case SPINLOCK -> new Operand.Lock(in.locations.object(e, Type.Kind.LOCK, call));
      case DOMAIN -> new Operand.Name(in.locations.object(e, Type.Kind.DOMAIN, call));
      case INDEX -> new Operand.Name(index(call, e));
      case PER_CPU,
          REFCOUNT,
          KEY,
          WORD,
          BIT,
          MUTEX,
          RWLOCK,
          RWSEM,
          PERCPU_RWSEM,
          FLAGS,
          DATA,
          CLASS,
          TIME,
          CONDITION,
          POINTER ->
          throw new IllegalStateException("no litmus test has what %s() takes".formatted(call));
    };
  }

  private String index(String call, Expression e) {
    if (e.bare() instanceof Expression.Name n && !in.scope.isParameter(n.name())) {
      return in.scope.register(n.name(), n.place());
    }
    in.report(
        e.place(),
        "this is no index of a section",
        "hand over the register to which %s() was assigned"
            .formatted(call.equals("srcu_up_read") ? "srcu_down_read" : "srcu_read_lock"));
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
          Primitives.nearest(c.name(), Dialect.LITMUS, Stream.empty())
              .orElse("write it in terms of READ_ONCE(), WRITE_ONCE() and the like"));
    }
    return REFUSED;
  }
}
