package quiesce.lowering;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quiesce.source.Constant;
import quiesce.source.Expression;
import quiesce.source.Type;

/**
 * Casts of numbers. Those of the machine have no width: what a cast would change is refused, and so
 * is what it may change as far as declarations say it.
 */
final class Conversions {
  private static final Set<String> OF_ARGUMENTS = Set.of("min", "max", "clamp");

  private final ThreadLowering in;

  Conversions(ThreadLowering in) {
    this.in = in;
  }

  Typed lower(Expression.Converted c, Want want) {
    Optional<Integer> constant = Constant.of(c.operand());
    if (constant.isPresent() ? !c.keeps(constant.get()) : c.bits().isPresent() && !isBits(c)) {
      throw new Refusal(
          c.place(),
          "the cast to '%s' may change the number".formatted(c.words()),
          "write the number that comes out of it, or say which bits are left: x & 0xff");
    }
    if (constant.isEmpty() && c.unsigned() && !isNotNegative(c.operand())) {
      throw new Refusal(
          c.place(),
          "the cast to '%s' changes what is below 0".formatted(c.words()),
          "declare what it is unsigned, or test whether it is below 0, and drop the cast");
    }
    Typed value = in.expressions.evaluate(c.operand(), want);
    return value.kind() == Typed.Kind.DATA
        ? value
        : new Typed(value.as(Typed.Kind.INT, c.operand().place()), Typed.Kind.INT);
  }

  /** Whether a mask leaves no more bits than the type has. */
  private static boolean isBits(Expression.Converted c) {
    return c.operand() instanceof Expression.Binary b
            && b.operator() == Expression.Operator.BIT_AND
            && Stream.of(b.left(), b.right())
                .flatMap(e -> Constant.of(e).stream())
                .anyMatch(mask -> mask >= 0 && c.keeps(mask))
        || c.operand() instanceof Expression.Converted inner
            && inner.bits().filter(bits -> bits <= c.bits().orElseThrow()).isPresent()
            && inner.unsigned() == c.unsigned()
        || isTruth(c.operand());
  }

  private static boolean isTruth(Expression e) {
    return e instanceof Expression.Not
        || e instanceof Expression.Truth
        || e instanceof Expression.Binary b && !b.operator().isArithmetic();
  }

  /** Whether it is not below 0, as far as that can be read off. */
  private boolean isNotNegative(Expression e) {
    if (Constant.of(e).isPresent()) {
      return Constant.of(e).get() >= 0;
    } else if (e instanceof Expression.Binary b && b.operator().isArithmetic()) {
      return switch (b.operator()) {
        case MINUS -> false;
        case BIT_AND -> isNotNegative(b.left()) || isNotNegative(b.right());
        case DIVIDE, REMAINDER, SHIFT_LEFT, SHIFT_RIGHT -> isNotNegative(b.left());
        default -> isNotNegative(b.left()) && isNotNegative(b.right());
      };
    } else if (e instanceof Expression.Conditional c) {
      return c.then().isPresent() && c.arms().allMatch(this::isNotNegative);
    } else if (e instanceof Expression.Call c && OF_ARGUMENTS.contains(c.name())) {
      return c.arguments().stream().allMatch(this::isNotNegative);
    } else if (e instanceof Expression.Converted c && !c.unsigned()) {
      return isNotNegative(c.operand());
    }
    return isTruth(e)
        || in.symbols
            .function(in.functions.getFirst())
            .flatMap(f -> in.symbols.members().typeIn(f, e))
            .filter(t -> t instanceof Type.Bool || t instanceof Type.Int i && i.unsigned())
            .isPresent();
  }
}
