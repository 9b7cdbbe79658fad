package quiesce.litmus.lowering;

import java.util.List;
import java.util.Optional;
import quiesce.litmus.tree.Type;
import quiesce.source.Expression;
import quiesce.source.Expression.Operator;
import quiesce.source.Place;
import quiesce.steps.Access;
import quiesce.steps.Exits;
import quiesce.steps.Graph;
import quiesce.steps.Local;
import quiesce.steps.Value;

/** Lowers expressions: every shared access becomes a step, what is left is a value of registers. */
final class Expressions {
  private static final Value ZERO = new Value.Number(0);
  private static final Value ONE = new Value.Number(1);

  private final ProcessLowering in;

  Expressions(ProcessLowering in) {
    this.in = in;
  }

  Value value(Expression e) {
    return value(e, Optional.empty());
  }

  /** Evaluates into a register. */
  void assign(String register, Expression e, Place place) {
    Value v = value(e, Optional.of(register));
    if (!v.equals(new Value.Local(register))) {
      in.emit(new Local.Assign(register, v), place);
    }
  }

  /**
   * A number or an address.
   *
   * @param target where a value from memory may go, since the expression is all that is assigned
   */
  private Value value(Expression expression, Optional<String> target) {
    Expression e = expression.bare();
    if (number(e).isPresent()) {
      return new Value.Number(number(e).get());
    } else if (e instanceof Expression.Name n) {
      return name(n);
    } else if (e instanceof Expression.Call c) {
      return in.calls.value(c, target);
    } else if (e instanceof Expression.Dereference d) {
      String local = target.orElseGet(in.scope::temporary);
      in.emit(
          new Access.Load(Access.Load.Kind.PLAIN_LOAD, local, in.locations.pointee(d.operand())),
          d.place());
      return new Value.Local(local);
    } else if (e instanceof Expression.AddressOf a) {
      return address(a);
    } else if (e instanceof Expression.Binary b && arithmetic(b.operator()).isPresent()) {
      Value left = number(value(b.left()), b.left().place());
      Value right = number(value(b.right()), b.right().place());
      return new Value.Arithmetic(arithmetic(b.operator()).get(), left, right);
    } else if (e instanceof Expression.Binary b && shortCircuits(b)) {
      return shortCircuit(b, target.orElseGet(in.scope::temporary));
    }
    return new Value.AsNumber(condition(e));
  }

  private static Optional<Integer> number(Expression e) {
    if (e instanceof Expression.Truth t) {
      return Optional.of(t.value() ? 1 : 0);
    } else if (e instanceof Expression.Null) {
      return Optional.of(0);
    }
    return e instanceof Expression.Number n ? Optional.of(n.value()) : Optional.empty();
  }

  private Value name(Expression.Name n) {
    if (!in.scope.isParameter(n.name())) {
      return new Value.Local(in.scope.register(n.name(), n.place()));
    }
    Type.Kind kind = in.symbols.kind(n.name()).orElse(Type.Kind.INTEGER);
    if (kind != Type.Kind.INTEGER) {
      in.report(
          n.place(),
          "'%s' is %s and no value".formatted(n.name(), kind.text()),
          "use it in the primitives of its kind only");
    }
    return new Value.Address(n.name());
  }

  private Value address(Expression.AddressOf a) {
    Expression operand = a.operand().bare();
    if (operand instanceof Expression.Dereference d) {
      return value(d.operand());
    } else if (operand instanceof Expression.Name n && in.scope.isParameter(n.name())) {
      return name(n);
    }
    in.report(
        a.place(), "'&' of a register is not supported", "name a parameter, which is an address");
    return ZERO;
  }

  /** Refuses what is plainly an address where a number is needed. */
  Value number(Value v, Place place) {
    if (v instanceof Value.Address) {
      in.report(
          place,
          "arithmetic on addresses is not supported",
          "addresses can be stored, loaded and compared with == and != only");
      return ZERO;
    }
    return v;
  }

  private static Optional<Value.Operator> arithmetic(Operator operator) {
    return switch (operator) {
      case PLUS -> Optional.of(Value.Operator.PLUS);
      case MINUS -> Optional.of(Value.Operator.MINUS);
      case TIMES -> Optional.of(Value.Operator.TIMES);
      case BIT_AND -> Optional.of(Value.Operator.AND);
      case BIT_OR -> Optional.of(Value.Operator.OR);
      case BIT_XOR -> Optional.of(Value.Operator.XOR);
      default -> Optional.empty();
    };
  }

  private Value condition(Expression expression) {
    Expression e = expression.bare();
    if (number(e).isPresent()) {
      return new Value.Truth(number(e).get() != 0);
    } else if (e instanceof Expression.Not n) {
      return new Value.Not(condition(n.operand()));
    } else if (e instanceof Expression.Binary b
        && arithmetic(b.operator()).isEmpty()
        && !shortCircuits(b)) {
      return comparison(b);
    }
    return asCondition(value(e));
  }

  static Value asCondition(Value v) {
    return v instanceof Value.AsNumber n ? n.condition() : new Value.NonZero(v);
  }

  private Value comparison(Expression.Binary b) {
    if (b.operator() == Operator.AND || b.operator() == Operator.OR) {
      Value left = new Value.AsNumber(condition(b.left()));
      Value right = new Value.AsNumber(condition(b.right()));
      return new Value.NonZero(
          new Value.Arithmetic(
              b.operator() == Operator.AND ? Value.Operator.AND : Value.Operator.OR, left, right));
    }
    Value left = value(b.left());
    Value right = value(b.right());
    if (b.operator() == Operator.EQUAL) {
      return new Value.Equal(left, right);
    } else if (b.operator() == Operator.NOT_EQUAL) {
      return new Value.Not(new Value.Equal(left, right));
    }
    left = number(left, b.left().place());
    right = number(right, b.right().place());
    return switch (b.operator()) {
      case LESS -> new Value.Less(left, right);
      case GREATER -> new Value.Less(right, left);
      case AT_MOST -> new Value.Not(new Value.Less(right, left));
      default -> new Value.Not(new Value.Less(left, right));
    };
  }

  /** Whether the right side must not be evaluated always. */
  private static boolean shortCircuits(Expression.Binary b) {
    return (b.operator() == Operator.AND || b.operator() == Operator.OR) && accesses(b.right());
  }

  /** Whether an expression touches anything shared. */
  private static boolean accesses(Expression e) {
    if (e instanceof Expression.Binary b) {
      return accesses(b.left()) || accesses(b.right());
    } else if (e instanceof Expression.Not n) {
      return accesses(n.operand());
    } else if (e instanceof Expression.Cast c) {
      return accesses(c.operand());
    } else if (e instanceof Expression.AddressOf a) {
      return !(a.operand().bare() instanceof Expression.Dereference) && accesses(a.operand());
    }
    return e instanceof Expression.Call || e instanceof Expression.Dereference;
  }

  private Value shortCircuit(Expression.Binary b, String local) {
    Exits exits = branch(b);
    in.graph.alsoOpen(exits.whenTrue());
    in.emit(new Local.Assign(local, ONE), b.place());
    List<Graph.Edge> afterTrue = in.graph.take();
    in.graph.alsoOpen(exits.whenFalse());
    in.emit(new Local.Assign(local, ZERO), b.place());
    in.graph.alsoOpen(afterTrue);
    return new Value.Local(local);
  }

  /** Lowers a condition to branches. Nothing is open afterwards. */
  Exits branch(Expression expression) {
    Expression e = expression.bare();
    if (e instanceof Expression.Not n && needsBranches(n.operand())) {
      return branch(n.operand()).not();
    } else if (e instanceof Expression.Binary b && needsBranches(b)) {
      boolean both = b.operator() == Operator.AND;
      Exits left = branch(b.left());
      in.graph.alsoOpen(both ? left.whenTrue() : left.whenFalse());
      Exits right = branch(b.right());
      return both ? left.and(right) : left.or(right);
    }
    int node = in.branch(condition(e), e.place());
    in.graph.take();
    return Exits.of(node);
  }

  /** Whether some && or || that the condition consists of short-circuits an access. */
  private static boolean needsBranches(Expression expression) {
    Expression e = expression.bare();
    if (e instanceof Expression.Not n) {
      return needsBranches(n.operand());
    }
    return e instanceof Expression.Binary b
        && (b.operator() == Operator.AND || b.operator() == Operator.OR)
        && (shortCircuits(b) || needsBranches(b.left()));
  }
}
