package quiesce.contexts;

import java.util.Optional;
import quiesce.steps.Value;

/** Evaluates a condition of which one local alone is known. */
public record PartialValue(String local, int known) {

  /** The outcome of a condition, if it follows. */
  public Optional<Boolean> truth(Value condition) {
    if (condition instanceof Value.Local) {
      return number(condition).map(v -> v != 0);
    } else if (condition instanceof Value.Truth t) {
      return Optional.of(t.value());
    } else if (condition instanceof Value.Not n) {
      return truth(n.operand()).map(b -> !b);
    } else if (condition instanceof Value.NonZero n) {
      return number(n.number()).map(v -> v != 0);
    } else if (condition instanceof Value.Equal e) {
      return number(e.left()).flatMap(a -> number(e.right()).map(a::equals));
    } else if (condition instanceof Value.Less l) {
      return number(l.left()).flatMap(a -> number(l.right()).map(b -> a < b));
    }
    return Optional.empty();
  }

  private Optional<Integer> number(Value value) {
    if (value instanceof Value.Number n) {
      return Optional.of(n.value());
    } else if (value instanceof Value.Local l && l.name().equals(local)) {
      return Optional.of(known);
    } else if (value instanceof Value.AsNumber n) {
      return truth(n.condition()).map(b -> b ? 1 : 0);
    } else if (value instanceof Value.Arithmetic a) {
      return bits(a.operator(), number(a.left()), number(a.right()));
    }
    return Optional.empty();
  }

  /** What && and || have become. */
  private static Optional<Integer> bits(
      Value.Operator operator, Optional<Integer> left, Optional<Integer> right) {
    if (operator == Value.Operator.AND) {
      boolean zero = left.equals(Optional.of(0)) || right.equals(Optional.of(0));
      return zero ? Optional.of(0) : left.flatMap(a -> right.map(b -> a & b));
    } else if (operator == Value.Operator.OR) {
      return left.flatMap(a -> right.map(b -> a | b));
    }
    return Optional.empty();
  }
}
