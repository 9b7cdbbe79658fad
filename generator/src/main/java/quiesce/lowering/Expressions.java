package quiesce.lowering;

import java.util.List;
import quiesce.primitives.Dialect;
import quiesce.primitives.Primitive;
import quiesce.primitives.Primitives;
import quiesce.source.Expression;
import quiesce.source.Place;
import quiesce.steps.Exits;
import quiesce.steps.Graph;
import quiesce.steps.Local;
import quiesce.steps.Value;

/** Lowers expressions: every shared access becomes a step, what is left is a value of locals. */
final class Expressions {
  private final ThreadLowering in;

  Expressions(ThreadLowering in) {
    this.in = in;
  }

  Typed evaluate(Expression e) {
    return evaluate(e, Want.A_VALUE);
  }

  /** For its effect alone. */
  Typed effect(Expression e) {
    if (!(e instanceof Expression.Call)) {
      throw new Refusal(
          e.place(),
          "a statement without an effect",
          "remove it, or assign the value to something");
    }
    return evaluate(e, Want.NOTHING);
  }

  /** Evaluates into a local. */
  Typed into(Expression e, String local, Typed.Kind kind, Place place) {
    Typed v = evaluate(e, Want.in(local, kind));
    Value converted = v.as(kind, e.place());
    if (!converted.equals(new Value.Local(local))) {
      in.emit(new Local.Assign(local, converted), place);
    }
    return new Typed(new Value.Local(local), kind);
  }

  Typed evaluate(Expression e, Want want) {
    if (e instanceof Expression.Name n) {
      return name(n, want);
    } else if (e instanceof Expression.Number n) {
      return new Typed(new Value.Number(n.value()), Typed.Kind.INT);
    } else if (e instanceof Expression.Null) {
      return new Typed(new Value.Null(), Typed.Kind.NULL);
    } else if (e instanceof Expression.Truth t) {
      return new Typed(new Value.Truth(t.value()), Typed.Kind.BOOL);
    } else if (e instanceof Expression.Not n) {
      return new Typed(not(evaluate(n.operand()).condition(n.place())), Typed.Kind.BOOL);
    } else if (e instanceof Expression.Binary b) {
      return binary(b, want);
    } else if (e instanceof Expression.Member m) {
      return in.calls.load(m, want, m.place());
    } else if (e instanceof Expression.Call c) {
      return in.calls.call(c, want);
    } else if (e instanceof Expression.AddressOf a) {
      if (a.operand() instanceof Expression.Name n && in.symbols.function(n.name()).isPresent()) {
        return new Typed(new Value.Function(n.name()), Typed.Kind.SLOT);
      }
      throw new Refusal(
          a.place(), "an address as a value", "use & only where a primitive takes an address");
    }
    throw new Refusal(e.place(), "a string here", "strings go to printk() and WARN() only");
  }

  private Typed name(Expression.Name n, Want want) {
    return in.scope
        .lookup(n.name())
        .orElseGet(
            () -> {
              if (in.symbols.function(n.name()).isPresent()) {
                return new Typed(new Value.Function(n.name()), Typed.Kind.SLOT);
              }
              return in.calls.load(n, want, n.place());
            });
  }

  private Typed binary(Expression.Binary b, Want want) {
    if (b.operator() == Expression.Operator.AND || b.operator() == Expression.Operator.OR) {
      Exits exits = condition(b);
      String local = want.localFor(Typed.Kind.BOOL, "condition", in.scope);
      in.graph.reopen(exits.whenTrue());
      in.emit(new Local.Assign(local, new Value.Truth(true)), b.place());
      List<Graph.Edge> afterTrue = in.graph.take();
      in.graph.reopen(exits.whenFalse());
      in.emit(new Local.Assign(local, new Value.Truth(false)), b.place());
      in.graph.alsoOpen(afterTrue);
      return new Typed(new Value.Local(local), Typed.Kind.BOOL);
    }
    Typed left = evaluate(b.left());
    Typed right = evaluate(b.right());
    return switch (b.operator()) {
      case EQUAL -> truth(equal(left, right, b));
      case NOT_EQUAL -> truth(not(equal(left, right, b)));
      case LESS -> truth(new Value.Less(number(left, b.left()), number(right, b.right())));
      case GREATER -> truth(new Value.Less(number(right, b.right()), number(left, b.left())));
      case AT_MOST -> truth(not(new Value.Less(number(right, b.right()), number(left, b.left()))));
      case AT_LEAST -> truth(not(new Value.Less(number(left, b.left()), number(right, b.right()))));
      default ->
          new Typed(
              new Value.Arithmetic(
                  Value.Operator.valueOf(b.operator().name().replace("BIT_", "")),
                  number(left, b.left()),
                  number(right, b.right())),
              Typed.Kind.INT);
    };
  }

  private static Typed truth(Value v) {
    return new Typed(v, Typed.Kind.BOOL);
  }

  private static Value number(Typed v, Expression e) {
    return v.as(Typed.Kind.INT, e.place());
  }

  private static Value equal(Typed left, Typed right, Expression.Binary b) {
    if (left.kind() == Typed.Kind.NULL && right.kind() != Typed.Kind.NULL) {
      return equal(right, left, b);
    }
    if (right.kind() == Typed.Kind.NULL) {
      if (left.kind() != Typed.Kind.NULL) {
        left.as(
            left.kind() == Typed.Kind.SLOT ? Typed.Kind.SLOT : Typed.Kind.OBJECT, b.left().place());
      }
      return not(left.condition(b.left().place()));
    }
    if (left.kind() == Typed.Kind.SLOT) {
      throw new Refusal(
          b.place(),
          "two function pointers are compared",
          "compare with NULL: which function a slot holds is not followed");
    }
    Typed.Kind common =
        left.kind() == Typed.Kind.BOOL && right.kind() == Typed.Kind.INT
            ? Typed.Kind.INT
            : left.kind();
    return new Value.Equal(left.as(common, b.left().place()), right.as(common, b.right().place()));
  }

  static Value not(Value v) {
    if (v instanceof Value.Not n) {
      return n.operand();
    }
    return v instanceof Value.Truth t ? new Value.Truth(!t.value()) : new Value.Not(v);
  }

  /** Lowers a condition to branches, so that && and || evaluate no more than C does. */
  Exits condition(Expression e) {
    if (e instanceof Expression.Not n) {
      return condition(n.operand()).not();
    }
    if (e instanceof Expression.Call c && isHint(c)) {
      return condition(c.arguments().get(0));
    }
    if (e instanceof Expression.Binary b && b.operator() == Expression.Operator.AND) {
      Exits left = condition(b.left());
      in.graph.reopen(left.whenTrue());
      return left.and(operand(b.right()));
    }
    if (e instanceof Expression.Binary b && b.operator() == Expression.Operator.OR) {
      Exits left = condition(b.left());
      in.graph.reopen(left.whenFalse());
      return left.or(operand(b.right()));
    }
    Value v = evaluate(e).condition(e.place());
    if (v instanceof Value.Truth t) {
      List<Graph.Edge> open = in.graph.take();
      return t.value() ? new Exits(open, List.of()) : new Exits(List.of(), open);
    }
    int node = in.emit(new Local.Branch(v), e.place(), 2);
    in.graph.take();
    return Exits.of(node);
  }

  private static boolean isHint(Expression.Call c) {
    return c.arguments().size() == 1
        && c.callee() instanceof Expression.Name n
        && Primitives.find(n.name(), Dialect.STRATEGY)
            .filter(p -> p.meaning() instanceof Primitive.Hint)
            .isPresent();
  }

  /** One that is not always evaluated. */
  private Exits operand(Expression e) {
    in.emit(new Local.Reached(), e.place());
    return condition(e);
  }
}
