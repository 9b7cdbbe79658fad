package quiesce.promela;

import java.util.List;
import java.util.Optional;
import quiesce.export.Inexpressible;
import quiesce.lowering.Lowering;
import quiesce.steps.Value;

/** The terms of one thread's steps, as expressions of Promela. */
record Terms(World world, Crew crew) {

  String of(Value v) {
    if (v instanceof Value.Null) {
      return "0";
    } else if (v instanceof Value.Number n) {
      return number(n.value());
    } else if (v instanceof Value.Truth t) {
      return t.value() ? "1" : "0";
    } else if (v instanceof Value.Function) {
      return "FUNCTION";
    } else if (v instanceof Value.OfFile f) {
      return world.names().function(f.name());
    } else if (v instanceof Value.Registered) {
      return registered();
    } else if (v instanceof Value.Local l) {
      return local(l.name());
    } else if (v instanceof Value.Equal e) {
      return "(%s == %s)".formatted(of(e.left()), of(e.right()));
    } else if (v instanceof Value.Less l) {
      return "(%s < %s)".formatted(of(l.left()), of(l.right()));
    } else if (v instanceof Value.Not n) {
      return "!(%s)".formatted(of(n.operand()));
    } else if (v instanceof Value.NonNull p) {
      return "(%s != 0)".formatted(of(p.pointer()));
    } else if (v instanceof Value.NonZero n) {
      return "(%s != 0)".formatted(of(n.number()));
    } else if (v instanceof Value.AsNumber c) {
      return "(%s -> 1 : 0)".formatted(of(c.condition()));
    } else if (v instanceof Value.Arithmetic a) {
      return calculated(a.operator(), of(a.left()), of(a.right()), Optional.of(a.right()));
    }
    throw new Inexpressible("the address of a variable");
  }

  String local(String name) {
    return name.equals(Lowering.OBJECT) && crew.isProvider()
        ? "obj"
        : world.names().local(crew.thread().key(), name);
  }

  /** All of some conditions. */
  String all(List<Value> conditions) {
    return conditions.isEmpty()
        ? "true"
        : String.join(" && ", conditions.stream().map(this::of).toList());
  }

  private String registered() {
    if (!crew.thread().pinsProvider() || world.program().providers() > 1) {
      throw new Inexpressible("what is registered, where nobody keeps it so");
    }
    return "registered[1]";
  }

  /** A number that Spin reads as it is. */
  static String number(int n) {
    if (n == Integer.MIN_VALUE) {
      return "(-" + Integer.MAX_VALUE + " - 1)";
    }
    return n < 0 ? "(" + n + ")" : Integer.toString(n);
  }

  /**
   * @param right the second operand, of which only some can be divided by
   */
  static String calculated(
      Value.Operator operator, String left, String second, Optional<Value> right) {
    return switch (operator) {
      case PLUS -> "(%s + %s)".formatted(left, second);
      case MINUS -> "(%s - %s)".formatted(left, second);
      case TIMES -> "(%s * %s)".formatted(left, second);
      case QUOTIENT -> quotient(left, right);
      case AND -> "(%s & %s)".formatted(left, second);
      case OR -> "(%s | %s)".formatted(left, second);
      case XOR -> "(%s ^ %s)".formatted(left, second);
      case AND_NOT -> "(%s & ~(%s))".formatted(left, second);
    };
  }

  /** Rounded down, where Promela rounds towards 0. */
  private static String quotient(String left, Optional<Value> right) {
    if (right.isPresent() && right.get() instanceof Value.Number n && n.value() > 0) {
      return "(%s >= 0 -> %s / %d : -((%d - %s) / %d))"
          .formatted(left, left, n.value(), n.value() - 1, left, n.value());
    }
    throw new Inexpressible("a division by what is no positive number");
  }
}
