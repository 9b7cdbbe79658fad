package quiesce.module;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import quiesce.steps.Value;
import quiesce.tla.Expression;
import quiesce.tla.Logic;
import quiesce.tla.Operator;

/**
 * What values are in TLA+.
 *
 * @param locals what a local is
 * @param registered the object that the provider has registered
 * @param addresses the name that stands for the address of a variable
 */
record Values(
    Function<String, Expression> locals, Expression registered, UnaryOperator<String> addresses) {

  Expression of(Value v) {
    if (v instanceof Value.Null) {
      return Logic.NULL;
    } else if (v instanceof Value.Number n) {
      return Logic.number(n.value());
    } else if (v instanceof Value.Truth t) {
      return Logic.truth(t.value());
    } else if (v instanceof Value.Local l) {
      return locals.apply(l.name());
    } else if (v instanceof Value.Address a) {
      return Logic.name(addresses.apply(a.variable()));
    } else if (v instanceof Value.Function) {
      return Logic.string("set");
    } else if (v instanceof Value.OfFile f) {
      return Logic.string(f.name());
    } else if (v instanceof Value.Registered) {
      return registered;
    } else if (v instanceof Value.Less l) {
      return Logic.less(of(l.left()), of(l.right()));
    } else if (v instanceof Value.Arithmetic a) {
      return arithmetic(a.operator(), of(a.left()), of(a.right()));
    } else if (v instanceof Value.AsNumber n) {
      return Logic.asNumber(of(n.condition()));
    } else if (v instanceof Value.Not n) {
      return Logic.negated(of(n.operand()));
    } else if (v instanceof Value.Equal e) {
      return Logic.equal(of(e.left()), of(e.right()));
    } else if (v instanceof Value.NonNull p) {
      return Logic.different(of(p.pointer()), Logic.NULL);
    } else if (v instanceof Value.NonZero z) {
      return Logic.different(of(z.number()), Logic.number(0));
    }
    throw new IllegalStateException("no TLA+ for " + v);
  }

  /** What C does with two integers. */
  static Expression arithmetic(Value.Operator operator, Expression left, Expression right) {
    return switch (operator) {
      case PLUS -> new Expression.Infix(Operator.PLUS, left, right);
      case MINUS -> new Expression.Infix(Operator.MINUS, left, right);
      case TIMES -> new Expression.Infix(Operator.TIMES, left, right);
      case QUOTIENT -> new Expression.Infix(Operator.DIVIDED_BY, left, right);
      case AND -> call("BitAnd", left, right);
      case OR -> call("BitOr", left, right);
      case XOR -> call("BitXor", left, right);
      case AND_NOT -> call("BitAnd", left, call("BitNot", right));
    };
  }

  private static Expression call(String operator, Expression... arguments) {
    return new Expression.Call(operator, List.of(arguments));
  }
}
