package quiesce.lkmm;

import java.util.function.UnaryOperator;
import quiesce.export.Inexpressible;
import quiesce.steps.Value;

/**
 * The terms of one thread's steps, as expressions of C.
 *
 * @param local the register of a local
 * @param ofFile the variable that stands for what the file itself has
 */
record Terms(UnaryOperator<String> local, UnaryOperator<String> ofFile) {

  String of(Value v) {
    if (v instanceof Value.Null) {
      return "0";
    } else if (v instanceof Value.Number n) {
      return Integer.toString(n.value());
    } else if (v instanceof Value.Local l) {
      return local.apply(l.name());
    } else if (v instanceof Value.Arithmetic a) {
      return "(%s %s %s)".formatted(of(a.left()), operator(a.operator()), of(a.right()));
    } else if (v instanceof Value.OfFile f) {
      return ofFile.apply(f.name());
    } else if (v instanceof Value.Registered) {
      throw new Inexpressible("what is registered, where nobody looks it up,");
    } else if (v instanceof Value.Function || v instanceof Value.Address) {
      throw new Inexpressible("the address of a function or variable");
    }
    throw new Inexpressible("a condition as a number");
  }

  private static String operator(Value.Operator o) {
    return switch (o) {
      case PLUS -> "+";
      case MINUS -> "-";
      case TIMES -> "*";
      case AND -> "&";
      case OR -> "|";
      case XOR -> "^";
      case QUOTIENT, AND_NOT -> throw new Inexpressible("a shift, or a bit that is cleared,");
    };
  }

  static boolean isCondition(Value v) {
    return v instanceof Value.Truth
        || v instanceof Value.Equal
        || v instanceof Value.Less
        || v instanceof Value.Not
        || v instanceof Value.NonNull
        || v instanceof Value.NonZero
        || v instanceof Value.AsNumber;
  }

  Condition condition(Value v) {
    if (v instanceof Value.Not n) {
      return condition(n.operand()).negated();
    } else if (v instanceof Value.Truth t) {
      return t.value() ? new Condition("1", "0") : new Condition("0", "1");
    } else if (v instanceof Value.Equal e) {
      return compared(e.left(), "==", "!=", e.right());
    } else if (v instanceof Value.Less l) {
      return compared(l.left(), "<", ">=", l.right());
    } else if (v instanceof Value.NonNull p) {
      return isSet(of(p.pointer()));
    } else if (v instanceof Value.NonZero n) {
      return isSet(of(n.number()));
    } else if (v instanceof Value.AsNumber a) {
      return condition(a.condition());
    }
    return isSet(of(v));
  }

  private Condition compared(Value left, String operator, String opposite, Value right) {
    String form = "%s %s %s";
    return new Condition(
        form.formatted(of(left), operator, of(right)),
        form.formatted(of(left), opposite, of(right)));
  }

  private static Condition isSet(String number) {
    return new Condition(number, number + " == 0");
  }
}
