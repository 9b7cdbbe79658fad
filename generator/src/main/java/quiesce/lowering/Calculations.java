package quiesce.lowering;

import java.util.Optional;
import quiesce.source.Bound;
import quiesce.source.Constant;
import quiesce.source.Expression;
import quiesce.source.Place;
import quiesce.steps.Value;

/** What operators make of two numbers. */
final class Calculations {
  private Calculations() {}

  static Typed of(Expression.Operator operator, Value left, Value right, Place place) {
    if (left instanceof Value.Number l && right instanceof Value.Number r) {
      Optional<Integer> constant = Constant.of(operator, l.value(), r.value());
      return new Typed(
          new Value.Number(constant.orElseThrow(() -> noConstant(place))), Typed.Kind.INT);
    }
    Value value =
        switch (operator) {
          case SHIFT_LEFT -> shifted(Value.Operator.TIMES, left, right, place);
          case SHIFT_RIGHT -> shifted(Value.Operator.QUOTIENT, left, right, place);
          case DIVIDE -> divided(operator, left, right, place);
          case REMAINDER ->
              new Value.Arithmetic(
                  Value.Operator.MINUS,
                  left,
                  new Value.Arithmetic(
                      Value.Operator.TIMES, right, divided(operator, left, right, place)));
          default ->
              new Value.Arithmetic(
                  Value.Operator.valueOf(operator.name().replace("BIT_", "")), left, right);
        };
    return new Typed(value, Typed.Kind.INT);
  }

  private static Refusal noConstant(Place place) {
    return new Refusal(
        place, "this constant has no value that fits into an int", "use small numbers only");
  }

  private static Value shifted(Value.Operator operator, Value left, Value right, Place place) {
    if (right instanceof Value.Number n && n.value() >= 0 && n.value() <= Bound.SHIFT.most()) {
      return new Value.Arithmetic(operator, left, new Value.Number(1 << n.value()));
    }
    throw new Refusal(
        place,
        "a shift by anything but a number from 0 to %d".formatted(Bound.SHIFT.most()),
        "write the number that comes out of it");
  }

  /**
   * Rounded towards 0, as C does: one more than what is rounded down, where that is another one.
   */
  private static Value divided(Expression.Operator operator, Value left, Value right, Place place) {
    if (!(right instanceof Value.Number n) || n.value() <= 0) {
      throw new Refusal(
          place,
          "arithmetic with '%s' by what is no constant above 0".formatted(operator.c()),
          "leave the computation out, or call a function without a body: it returns any value");
    }
    Value down = new Value.Arithmetic(Value.Operator.QUOTIENT, left, right);
    Value rest =
        new Value.Arithmetic(
            Value.Operator.MINUS, left, new Value.Arithmetic(Value.Operator.TIMES, right, down));
    return new Value.Arithmetic(
        Value.Operator.PLUS,
        down,
        new Value.Arithmetic(
            Value.Operator.TIMES,
            new Value.AsNumber(new Value.Less(left, new Value.Number(0))),
            new Value.AsNumber(new Value.NonZero(rest))));
  }
}
