package quiesce.emission;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import quiesce.steps.Value;

/**
 * What values are in TLA+.
 *
 * @param locals what a local is
 * @param registered the object that the provider has registered
 * @param addresses the name that stands for the address of a variable
 */
record Values(
    Function<String, Formula> locals, Formula registered, UnaryOperator<String> addresses) {

  Formula of(Value v) {
    if (v instanceof Value.Null) {
      return Formula.NULL;
    } else if (v instanceof Value.Number n) {
      return new Formula.Number(n.value());
    } else if (v instanceof Value.Truth t) {
      return Formula.truth(t.value());
    } else if (v instanceof Value.Local l) {
      return locals.apply(l.name());
    } else if (v instanceof Value.Address a) {
      return new Formula.Term(addresses.apply(a.variable()));
    } else if (v instanceof Value.Function) {
      return new Formula.Constant("\"set\"");
    } else if (v instanceof Value.Registered) {
      return registered;
    } else if (v instanceof Value.Less l) {
      return Formula.less(of(l.left()), of(l.right()));
    } else if (v instanceof Value.Arithmetic a) {
      return arithmetic(a.operator(), of(a.left()), of(a.right()));
    } else if (v instanceof Value.AsNumber n) {
      return Formula.asNumber(of(n.condition()));
    } else if (v instanceof Value.Not n) {
      return of(n.operand()).negated();
    } else if (v instanceof Value.Equal e) {
      return Formula.equal(of(e.left()), of(e.right()));
    } else if (v instanceof Value.NonNull p) {
      return Formula.different(of(p.pointer()), Formula.NULL);
    } else if (v instanceof Value.NonZero z) {
      return Formula.different(of(z.number()), new Formula.Number(0));
    }
    throw new IllegalStateException("no TLA+ for " + v);
  }

  /** What C does with two integers. */
  static Formula arithmetic(Value.Operator operator, Formula left, Formula right) {
    return switch (operator) {
      case PLUS -> new Formula.Calculation(Formula.Operation.PLUS, left, right);
      case MINUS -> new Formula.Calculation(Formula.Operation.MINUS, left, right);
      case TIMES -> new Formula.Calculation(Formula.Operation.TIMES, left, right);
      case AND -> call("BitAnd", left, right);
      case OR -> call("BitOr", left, right);
      case XOR -> call("BitXor", left, right);
      case AND_NOT -> call("BitAnd", left, call("BitNot", right));
    };
  }

  private static Formula call(String operator, Formula... arguments) {
    return new Formula.Call(operator, List.of(arguments));
  }
}
