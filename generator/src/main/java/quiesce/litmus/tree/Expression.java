package quiesce.litmus.tree;

import java.util.List;
import java.util.stream.Stream;
import quiesce.source.Place;

/** An expression of a process. {@code -x} is {@code 0 - x}, and {@code ~x} is {@code -1 - x}. */
public sealed interface Expression {
  /** Where the expression begins. */
  Place place();

  record Number(Place place, int value) implements Expression {}

  /** A register, or a parameter: the address of a variable. */
  record Name(Place place, String name) implements Expression {}

  record Dereference(Place place, Expression operand) implements Expression {}

  record AddressOf(Place place, Expression operand) implements Expression {}

  /** Changes no value, but says what a {@code *} before it means. */
  record Cast(Place place, Expression operand) implements Expression {}

  record Not(Place place, Expression operand) implements Expression {}

  record Binary(Place place, Operator operator, Expression left, Expression right)
      implements Expression {}

  record Call(Place place, String name, List<Expression> arguments) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** The expression without the casts around it. */
  default Expression bare() {
    Expression e = this;
    while (e instanceof Cast cast) {
      e = cast.operand();
    }
    return e;
  }

  /** Whether it touches anything shared. */
  default boolean accesses() {
    return this instanceof Call
        || this instanceof Dereference
        || operands().anyMatch(Expression::accesses);
  }

  private Stream<Expression> operands() {
    if (this instanceof Binary b) {
      return Stream.of(b.left(), b.right());
    } else if (this instanceof Not n) {
      return Stream.of(n.operand());
    } else if (this instanceof Cast c) {
      return Stream.of(c.operand());
    } else if (this instanceof AddressOf a && !(a.operand().bare() instanceof Dereference)) {
      return Stream.of(a.operand());
    }
    return Stream.empty();
  }

  /** As C writes it. */
  enum Operator {
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    AND("&"),
    OR("|"),
    XOR("^"),
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    GREATER(">"),
    AT_MOST("<="),
    AT_LEAST(">="),
    BOTH("&&"),
    EITHER("||");

    private final String c;

    Operator(String c) {
      this.c = c;
    }

    public static Operator of(String c) {
      return Stream.of(values()).filter(o -> o.c.equals(c)).findFirst().orElseThrow();
    }
  }
}
