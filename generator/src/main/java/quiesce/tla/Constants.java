package quiesce.tla;

import java.util.stream.Stream;
import quiesce.tla.Expression.Chain;
import quiesce.tla.Expression.If;
import quiesce.tla.Expression.Infix;
import quiesce.tla.Expression.Prefix;
import quiesce.tla.Expression.Quantified;
import quiesce.tla.Expression.Quantifier;
import quiesce.tla.Expression.Truth;

/**
 * Conditions that hold always or never: nothing is an element of the empty set, which is a subset
 * of every set.
 */
final class Constants {
  private Constants() {}

  /** The same without constant conditions among its parts. */
  static Expression folded(Expression e) {
    return Trees.map(e, Constants::evaluated);
  }

  /** One whose parts are folded. */
  private static Expression evaluated(Expression e) {
    if (e instanceof Infix i) {
      return infix(i);
    } else if (e instanceof Chain c && c.operands().stream().anyMatch(Truth.class::isInstance)) {
      return chain(c);
    } else if (e instanceof Prefix p && p.operator() == Operator.NOT) {
      return p.operand() instanceof Truth ? Logic.negated(p.operand()) : p;
    } else if (e instanceof If i) {
      return Logic.choice(i.condition(), i.yes(), i.no());
    }
    return e instanceof Quantified q ? quantified(q) : e;
  }

  private static Expression infix(Infix i) {
    return switch (i.operator()) {
      case IN -> i.right().equals(Logic.EMPTY) ? Logic.FALSE : i;
      case NOT_IN -> i.right().equals(Logic.EMPTY) ? Logic.TRUE : i;
      case SUBSET_OF -> i.left().equals(Logic.EMPTY) ? Logic.TRUE : i;
      case IMPLIES ->
          i.left().equals(Logic.FALSE)
              ? Logic.TRUE
              : i.left().equals(Logic.TRUE) || i.right().equals(Logic.TRUE) ? i.right() : i;
      default -> i;
    };
  }

  private static Expression chain(Chain c) {
    Stream<Expression> operands = c.operands().stream();
    return switch (c.operator()) {
      case AND -> Logic.all(operands);
      case OR -> Logic.any(operands);
      default -> c;
    };
  }

  private static Expression quantified(Quantified q) {
    boolean exists = q.quantifier() == Quantifier.EXISTS;
    if (q.quantifier() == Quantifier.CHOOSE) {
      return q;
    }
    boolean nothing = q.bounds().stream().anyMatch(b -> b.set().equals(Logic.EMPTY));
    return nothing || q.body().equals(Logic.truth(!exists)) ? Logic.truth(!exists) : q;
  }
}
