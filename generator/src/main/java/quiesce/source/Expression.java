package quiesce.source;

import java.util.List;

/** An expression as it is written. Names are not resolved: a macro call is a {@link Call}. */
public sealed interface Expression {
  /** Where the expression begins; of a binary operator or call, where its first operand begins. */
  Place place();

  record Name(Place place, String name) implements Expression {}

  record Number(Place place, int value) implements Expression {}

  record Text(Place place, String value) implements Expression {}

  record Null(Place place) implements Expression {}

  record Truth(Place place, boolean value) implements Expression {}

  record Not(Place place, Expression operand) implements Expression {}

  record AddressOf(Place place, Expression operand) implements Expression {}

  record Binary(Place place, Operator operator, Expression left, Expression right)
      implements Expression {}

  /** {@code object->member}; the place is that of the arrow's left operand. */
  record Member(Place place, Expression object, String member) implements Expression {}

  /** {@code callee(arguments)}: a function, a primitive, a member, or {@code static_call(x)()}. */
  record Call(Place place, Expression callee, List<Expression> arguments) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  enum Operator {
    EQUAL("=="),
    NOT_EQUAL("!="),
    AND("&&"),
    OR("||");

    private final String c;

    Operator(String c) {
      this.c = c;
    }

    /** The operator as C writes it. */
    public String c() {
      return c;
    }
  }
}
