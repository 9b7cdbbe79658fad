package quiesce.lowering;

import java.util.Optional;
import java.util.function.IntBinaryOperator;
import quiesce.source.Expression;

/** Expressions that the compiler evaluates. */
final class Constant {
  private Constant() {}

  /** The value; empty of what is no constant, or does not fit into an int. */
  static Optional<Integer> of(Expression e) {
    if (e instanceof Expression.Number n) {
      return Optional.of(n.value());
    } else if (e instanceof Expression.Truth t) {
      return Optional.of(t.value() ? 1 : 0);
    } else if (e instanceof Expression.Binary b) {
      return of(b.left()).flatMap(left -> of(b.right()).flatMap(right -> of(b, left, right)));
    }
    return Optional.empty();
  }

  private static Optional<Integer> of(Expression.Binary b, int left, int right) {
    return switch (b.operator()) {
      case PLUS -> exact(Math::addExact, left, right);
      case MINUS -> exact(Math::subtractExact, left, right);
      case TIMES -> exact(Math::multiplyExact, left, right);
      case SHIFT_LEFT -> exact((l, r) -> Math.multiplyExact(l, power(r)), left, right);
      case SHIFT_RIGHT -> exact((l, r) -> Math.floorDiv(l, power(r)), left, right);
      case BIT_AND -> Optional.of(left & right);
      case BIT_OR -> Optional.of(left | right);
      case BIT_XOR -> Optional.of(left ^ right);
      default -> Optional.empty();
    };
  }

  private static Optional<Integer> exact(IntBinaryOperator operator, int left, int right) {
    try {
      return Optional.of(operator.applyAsInt(left, right));
    } catch (ArithmeticException doesNotFit) {
      return Optional.empty();
    }
  }

  private static int power(int exponent) {
    if (exponent < 0 || exponent > Expressions.LONGEST_SHIFT) {
      throw new ArithmeticException("no shift by " + exponent);
    }
    return 1 << exponent;
  }
}
