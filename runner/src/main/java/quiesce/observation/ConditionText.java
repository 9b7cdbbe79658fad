package quiesce.observation;

import quiesce.steps.Litmus;
import quiesce.steps.Litmus.Proposition;
import quiesce.steps.Value;

/** The condition of a litmus test as herd7 prints it. */
final class ConditionText {
  private ConditionText() {}

  static String of(Litmus test) {
    return test.quantifier().text() + " (" + text(test.condition()) + ")";
  }

  private static String text(Proposition p) {
    if (p instanceof Proposition.And a) {
      return side(a.left(), p) + " /\\ " + side(a.right(), p);
    } else if (p instanceof Proposition.Or o) {
      return side(o.left(), p) + " \\/ " + side(o.right(), p);
    } else if (p instanceof Proposition.Not n) {
      return "not (" + text(n.operand()) + ")";
    } else if (p instanceof Proposition.Equal e) {
      return e.left().label() + "=" + text(e.right());
    }
    return "true";
  }

  /** In parentheses, where the other connective would take it apart. */
  private static String side(Proposition p, Proposition within) {
    boolean other =
        p instanceof Proposition.And && within instanceof Proposition.Or
            || p instanceof Proposition.Or && within instanceof Proposition.And;
    return other ? "(" + text(p) + ")" : text(p);
  }

  private static String text(Litmus.Operand o) {
    if (o instanceof Litmus.Operand.Other other) {
      return other.observed().label();
    }
    Value v = ((Litmus.Operand.Constant) o).value();
    return v instanceof Value.Address a
        ? a.variable()
        : Integer.toString(((Value.Number) v).value());
  }
}
