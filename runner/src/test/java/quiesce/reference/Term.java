package quiesce.reference;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a process computes from its registers. Values are numbers, or names of variables. */
sealed interface Term {
  record Constant(Object value) implements Term {}

  record Register(String name) implements Term {}

  record Not(Term operand) implements Term {}

  record Binary(String operator, Term left, Term right) implements Term {}

  /** The registers that it reads. */
  default Set<String> registers() {
    if (this instanceof Register r) {
      return Set.of(r.name());
    } else if (this instanceof Not n) {
      return n.operand().registers();
    } else if (this instanceof Binary b) {
      return Stream.concat(b.left().registers().stream(), b.right().registers().stream())
          .collect(Collectors.toSet());
    }
    return Set.of();
  }

  static boolean truth(Object value) {
    return !value.equals(0);
  }

  static Object apply(String operator, Object a, Object b) {
    switch (operator) {
      case "==":
        return a.equals(b) ? 1 : 0;
      case "!=":
        return a.equals(b) ? 0 : 1;
      case "&&":
        return truth(a) && truth(b) ? 1 : 0;
      case "||":
        return truth(a) || truth(b) ? 1 : 0;
      default:
        return number(operator, (Integer) a, (Integer) b);
    }
  }

  private static int number(String operator, int a, int b) {
    return switch (operator) {
      case "+" -> a + b;
      case "-" -> a - b;
      case "*" -> a * b;
      case "&" -> a & b;
      case "|" -> a | b;
      case "^" -> a ^ b;
      case "<" -> a < b ? 1 : 0;
      case ">" -> a > b ? 1 : 0;
      case "<=" -> a <= b ? 1 : 0;
      case ">=" -> a >= b ? 1 : 0;
      default -> throw new IllegalArgumentException(operator);
    };
  }
}
