package quiesce.tla;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.tla.Expression.Chain;
import quiesce.tla.Expression.Constant;
import quiesce.tla.Expression.If;
import quiesce.tla.Expression.Infix;
import quiesce.tla.Expression.Name;
import quiesce.tla.Expression.Prefix;
import quiesce.tla.Expression.SetOf;
import quiesce.tla.Expression.Truth;

/** Makes expressions, simplified where an operand is known. */
public final class Logic {
  public static final Expression TRUE = new Truth(true);
  public static final Expression FALSE = new Truth(false);
  public static final Expression NULL = new Constant("NULL");
  public static final Expression EMPTY = new SetOf(List.of());

  private Logic() {}

  public static Expression truth(boolean value) {
    return value ? TRUE : FALSE;
  }

  public static Expression name(String text) {
    return new Name(text);
  }

  /** A string, without its quotes. */
  public static Expression string(String text) {
    return new Constant('"' + text + '"');
  }

  public static Expression number(int value) {
    return new Expression.Number(value);
  }

  /** A function that has another value at one place. */
  public static Expression with(String function, Expression at, Expression value) {
    Expression.Selector place = new Expression.Selector.Index(List.of(at));
    return new Expression.Except(
        name(function), List.of(new Expression.Change(List.of(place), value)));
  }

  public static Expression equal(Expression left, Expression right) {
    if (left.equals(right)) {
      return TRUE;
    } else if (isKnown(left) && isKnown(right)) {
      return FALSE;
    } else if (right instanceof Truth t) {
      return t.value() ? left : negated(left);
    } else if (right instanceof Expression.Number n && left instanceof If c && isBit(c)) {
      return n.value() == 1 ? c.condition() : n.value() == 0 ? negated(c.condition()) : FALSE;
    }
    return new Infix(Operator.EQUAL, left, right);
  }

  /** An operator of the module, applied to its arguments if it has any. */
  public static Expression call(String operator, List<Expression> arguments) {
    return arguments.isEmpty() ? name(operator) : new Expression.Call(operator, arguments);
  }

  public static Expression call(String operator, Expression... arguments) {
    return call(operator, List.of(arguments));
  }

  /** That a value is one of these. */
  public static Expression among(Expression value, List<Expression> these) {
    return switch (these.size()) {
      case 0 -> FALSE;
      case 1 -> new Infix(Operator.EQUAL, value, these.get(0));
      default -> new Infix(Operator.IN, value, new SetOf(these));
    };
  }

  /** What is in one of these sets. */
  public static Expression union(List<Expression> sets) {
    return sets.stream().reduce((a, b) -> new Infix(Operator.CUP, a, b)).orElse(EMPTY);
  }

  public static Expression different(Expression left, Expression right) {
    return negated(equal(left, right));
  }

  public static Expression less(Expression left, Expression right) {
    return left instanceof Expression.Number l && right instanceof Expression.Number r
        ? truth(l.value() < r.value())
        : new Infix(Operator.LESS, left, right);
  }

  public static Expression and(Expression left, Expression right) {
    if (left.equals(FALSE) || right.equals(TRUE)) {
      return left;
    }
    return left.equals(TRUE) || right.equals(FALSE)
        ? right
        : new Chain(Operator.AND, List.of(left, right));
  }

  public static Expression or(Expression left, Expression right) {
    if (left.equals(TRUE) || right.equals(FALSE)) {
      return left;
    }
    return left.equals(FALSE) || right.equals(TRUE)
        ? right
        : new Chain(Operator.OR, List.of(left, right));
  }

  /** That one of these holds. */
  public static Expression any(Stream<Expression> conditions) {
    return conditions.reduce(FALSE, Logic::or);
  }

  /** That all of these hold. */
  public static Expression all(Stream<Expression> conditions) {
    return conditions.reduce(TRUE, Logic::and);
  }

  /** The one value or the other. */
  public static Expression choice(Expression condition, Expression yes, Expression no) {
    if (condition instanceof Truth t) {
      return t.value() ? yes : no;
    }
    return new If(condition, yes, no);
  }

  /** A condition as C has it among numbers. */
  public static Expression asNumber(Expression condition) {
    return choice(condition, number(1), number(0));
  }

  public static Expression negated(Expression condition) {
    if (condition instanceof Truth t) {
      return truth(!t.value());
    } else if (condition instanceof Prefix p && p.operator() == Operator.NOT) {
      return p.operand();
    } else if (condition instanceof Infix i) {
      Optional<Operator> opposite = i.operator().opposite();
      if (opposite.isPresent()) {
        return new Infix(opposite.get(), i.left(), i.right());
      }
    }
    return new Prefix(Operator.NOT, condition);
  }

  /** Whether it is the same in every state, and unequal to all others of which that is known. */
  private static boolean isKnown(Expression e) {
    return e instanceof Constant || e instanceof Expression.Number || e instanceof Truth;
  }

  /** Whether it is a condition among numbers. */
  private static boolean isBit(If c) {
    return c.yes().equals(number(1)) && c.no().equals(number(0));
  }
}
