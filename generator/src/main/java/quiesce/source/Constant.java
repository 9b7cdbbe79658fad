package quiesce.source;

import java.util.Optional;
import java.util.function.IntBinaryOperator;

/** Expressions that the compiler evaluates (C11, 6.6), in integers that do not wrap around. */
public final class Constant {
  private static final int LONGEST_SHIFT = 31;

  private Constant() {}

  /** The value; empty of what is no constant, or does not fit into an int. */
  public static Optional<Integer> of(Expression e) {
    if (e instanceof Expression.Number n) {
      return Optional.of(n.value());
    } else if (e instanceof Expression.Truth t) {
      return Optional.of(number(t.value()));
    } else if (e instanceof Expression.Not n) {
      return of(n.operand()).map(value -> number(value == 0));
    } else if (e instanceof Expression.Converted c) {
      return of(c.operand()).filter(c::keeps);
    } else if (e instanceof Expression.Binary b) {
      return of(b.left())
          .flatMap(left -> of(b.right()).flatMap(right -> of(b.operator(), left, right)));
    } else if (e instanceof Expression.Conditional c) {
      return of(c.condition())
          .flatMap(v -> v == 0 ? of(c.otherwise()) : of(c.then().orElse(c.condition())));
    }
    return Optional.empty();
  }

  private static int number(boolean truth) {
    return truth ? 1 : 0;
  }

  /** What an operator makes of two values; empty of what is undefined, or does not fit. */
  public static Optional<Integer> of(Expression.Operator operator, int left, int right) {
    return switch (operator) {
      case PLUS -> exact(Math::addExact, left, right);
      case MINUS -> exact(Math::subtractExact, left, right);
      case TIMES -> exact(Math::multiplyExact, left, right);
      case DIVIDE -> exact((l, r) -> Math.toIntExact((long) l / r), left, right);
      case REMAINDER -> exact((l, r) -> l % r, left, right);
      case SHIFT_LEFT -> exact((l, r) -> Math.toIntExact((long) l << shift(r)), left, right);
      case SHIFT_RIGHT -> exact((l, r) -> l >> shift(r), left, right);
      case BIT_AND -> Optional.of(left & right);
      case BIT_OR -> Optional.of(left | right);
      case BIT_XOR -> Optional.of(left ^ right);
      case EQUAL -> Optional.of(number(left == right));
      case NOT_EQUAL -> Optional.of(number(left != right));
      case LESS -> Optional.of(number(left < right));
      case GREATER -> Optional.of(number(left > right));
      case AT_MOST -> Optional.of(number(left <= right));
      case AT_LEAST -> Optional.of(number(left >= right));
      case AND -> Optional.of(number(left != 0 && right != 0));
      case OR -> Optional.of(number(left != 0 || right != 0));
    };
  }

  private static Optional<Integer> exact(IntBinaryOperator operator, int left, int right) {
    try {
      return Optional.of(operator.applyAsInt(left, right));
    } catch (ArithmeticException doesNotFit) {
      return Optional.empty();
    }
  }

  private static int shift(int by) {
    if (by < 0 || by > LONGEST_SHIFT) {
      throw new ArithmeticException("no shift by " + by);
    }
    return by;
  }
}
