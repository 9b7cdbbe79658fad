package quiesce.litmus.lowering;

import java.util.List;
import java.util.Optional;
import quiesce.source.Expression;
import quiesce.steps.Access;
import quiesce.steps.Location;
import quiesce.steps.Value;

/** Lowers the atomic operations. */
final class Atomics {
  private static final Value ZERO = new Value.Number(0);
  private static final Value ONE = new Value.Number(1);

  private final ProcessLowering in;

  Atomics(ProcessLowering in) {
    this.in = in;
  }

  /** How it is called. */
  static String usage(AtomicOperation operation, String name) {
    return name
        + switch (operation.kind()) {
          case XCHG -> "(x, value)";
          case CMPXCHG -> "(x, old, new)";
          case CALCULATE -> operation.unit() ? "(x)" : "(i, x)";
          case ADD_UNLESS -> operation.unit() ? "(x)" : "(x, i, unless)";
        };
  }

  static int arguments(AtomicOperation operation) {
    return switch (operation.kind()) {
      case XCHG -> 2;
      case CMPXCHG -> 3;
      case CALCULATE -> operation.unit() ? 1 : 2;
      case ADD_UNLESS -> operation.unit() ? 1 : 3;
    };
  }

  /** The result; empty for an operation that returns nothing. */
  Optional<Value> lower(AtomicOperation operation, Expression.Call call, Optional<String> target) {
    boolean keepsOld = operation.result() == AtomicOperation.Result.OLD;
    Optional<String> old =
        operation.result() == AtomicOperation.Result.NOTHING
            ? Optional.empty()
            : Optional.of(target.filter(t -> keepsOld).orElseGet(in.scope::temporary));
    return switch (operation.kind()) {
      case XCHG, CMPXCHG -> exchange(operation, call, old);
      case CALCULATE -> calculate(operation, call, old);
      case ADD_UNLESS -> addUnless(operation, call, old);
    };
  }

  private Optional<Value> exchange(
      AtomicOperation operation, Expression.Call call, Optional<String> old) {
    Location location = in.locations.address(call.arguments().get(0), call.name());
    List<Value> values = call.arguments().stream().skip(1).map(in.expressions::value).toList();
    in.emit(
        operation.kind() == AtomicOperation.Kind.XCHG
            ? new Access.Xchg(old, location, values.get(0), operation.order())
            : new Access.Cmpxchg(old, location, values.get(0), values.get(1), operation.order()),
        call.place());
    return old.map(Value.Local::new);
  }

  private Optional<Value> calculate(
      AtomicOperation operation, Expression.Call call, Optional<String> old) {
    List<Expression> arguments = call.arguments();
    Value operand = operation.unit() ? ONE : number(arguments.get(0));
    Location location = in.locations.address(arguments.get(arguments.size() - 1), call.name());
    in.emit(
        new Access.AtomicFetch(old, location, operation.operator(), operand, operation.order()),
        call.place());
    return old.map(Value.Local::new).map(o -> result(operation, o, operand));
  }

  private static Value result(AtomicOperation operation, Value old, Value operand) {
    Value changed = new Value.Arithmetic(operation.operator(), old, operand);
    return switch (operation.result()) {
      case NEW -> changed;
      case IS_ZERO -> new Value.AsNumber(new Value.Equal(changed, ZERO));
      case IS_NEGATIVE -> new Value.AsNumber(new Value.Less(changed, ZERO));
      default -> old;
    };
  }

  private Optional<Value> addUnless(
      AtomicOperation operation, Expression.Call call, Optional<String> old) {
    List<Expression> arguments = call.arguments();
    Location location = in.locations.address(arguments.get(0), call.name());
    Value addend = operation.unit() ? ONE : number(arguments.get(1));
    Value unless = operation.unit() ? ZERO : number(arguments.get(2));
    in.emit(
        new Access.AtomicAddUnless(old, location, addend, unless, operation.order()), call.place());
    return old.map(Value.Local::new)
        .map(
            o ->
                operation.result() == AtomicOperation.Result.OLD
                    ? o
                    : new Value.AsNumber(new Value.Not(new Value.Equal(o, unless))));
  }

  private Value number(Expression e) {
    return in.expressions.number(in.expressions.value(e), e.place());
  }
}
