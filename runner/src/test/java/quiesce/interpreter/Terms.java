package quiesce.interpreter;

import java.util.function.ToIntFunction;
import quiesce.steps.Value;

/**
 * What the terms of steps come to.
 *
 * @param locals what a local holds
 * @param registered the object of the provider, for those who keep it registered
 */
record Terms(ToIntFunction<String> locals, int registered) {

  /** Of a term without locals. */
  static int constant(Value v) {
    return new Terms(
            l -> {
              throw new IllegalStateException(l + " in a constant");
            },
            Word.NONE)
        .of(v);
  }

  int of(Value v) {
    if (v instanceof Value.Null) {
      return Word.NULL;
    } else if (v instanceof Value.Number n) {
      return n.value();
    } else if (v instanceof Value.Truth t) {
      return Word.truth(t.value());
    } else if (v instanceof Value.Function) {
      return Word.FUNCTION;
    } else if (v instanceof Value.OfFile f) {
      return Word.function(f.name());
    } else if (v instanceof Value.Registered) {
      return known(registered, "the registered object");
    } else if (v instanceof Value.Local l) {
      return known(locals.applyAsInt(l.name()), l.name());
    } else if (v instanceof Value.Equal e) {
      return Word.truth(of(e.left()) == of(e.right()));
    } else if (v instanceof Value.Less l) {
      return Word.truth(number(l.left()) < number(l.right()));
    } else if (v instanceof Value.Not n) {
      return Word.truth(!holds(n.operand()));
    } else if (v instanceof Value.NonNull p) {
      return Word.truth(of(p.pointer()) != Word.NULL);
    } else if (v instanceof Value.NonZero n) {
      return Word.truth(number(n.number()) != 0);
    } else if (v instanceof Value.AsNumber c) {
      return holds(c.condition()) ? 1 : 0;
    } else if (v instanceof Value.Arithmetic a) {
      return calculated(a.operator(), number(a.left()), number(a.right()));
    }
    throw new UnsupportedOperationException("the term " + v);
  }

  boolean holds(Value condition) {
    return Word.isTrue(of(condition));
  }

  int number(Value v) {
    int n = of(v);
    if (!Word.isNumber(n)) {
      throw new IllegalStateException(v + " is no number: " + n);
    }
    return n;
  }

  static int calculated(Value.Operator operator, int left, int right) {
    return switch (operator) {
      case PLUS -> left + right;
      case MINUS -> left - right;
      case TIMES -> left * right;
      case QUOTIENT -> Math.floorDiv(left, right);
      case AND -> left & right;
      case OR -> left | right;
      case XOR -> left ^ right;
      case AND_NOT -> left & ~right;
    };
  }

  private static int known(int word, String what) {
    if (word == Word.NONE || word == Word.UNINITIALISED) {
      throw new IllegalStateException(what + " is read and has no value");
    }
    return word;
  }
}
