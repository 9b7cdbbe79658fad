package quiesce.emission;

import java.util.List;

/**
 * A TLA+ expression, be it a value or a condition. It is simplified and negated as the tree that it
 * is; {@link Notation} alone makes text of it.
 *
 * <p>The factory methods simplify where an operand is known.
 */
sealed interface Formula {
  Formula TRUE = new Truth(true);
  Formula FALSE = new Truth(false);
  Formula NULL = new Constant("NULL");

  /** What binds tighter than any operator, such as a name, a record's field, a call or a set. */
  record Term(String text) implements Formula {}

  /** Any other expression that a template has written. */
  record Text(String text) implements Formula {}

  /** One of those of which no two are equal: {@code NULL}, or a string. */
  record Constant(String text) implements Formula {}

  record Number(int value) implements Formula {}

  record Truth(boolean value) implements Formula {}

  record Comparison(Relation relation, Formula left, Formula right) implements Formula {}

  record Not(Formula condition) implements Formula {}

  record And(Formula left, Formula right) implements Formula {}

  record Or(Formula left, Formula right) implements Formula {}

  record Choice(Formula condition, Formula yes, Formula no) implements Formula {}

  record Calculation(Operation operation, Formula left, Formula right) implements Formula {}

  /** An operator of the module applied to arguments. */
  record Call(String operator, List<Formula> arguments) implements Formula {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** A relation between two values. */
  enum Relation {
    EQUAL("="),
    DIFFERENT("#"),
    LESS("<"),
    NOT_LESS(">="),
    IN("\\in"),
    NOT_IN("\\notin");

    final String sign;

    Relation(String sign) {
      this.sign = sign;
    }

    Relation opposite() {
      return switch (this) {
        case EQUAL -> DIFFERENT;
        case DIFFERENT -> EQUAL;
        case LESS -> NOT_LESS;
        case NOT_LESS -> LESS;
        case IN -> NOT_IN;
        case NOT_IN -> IN;
      };
    }
  }

  /** An operation that makes a value of two others. */
  enum Operation {
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    WITHOUT("\\");

    final String sign;

    Operation(String sign) {
      this.sign = sign;
    }
  }

  /** What a template has written. */
  static Formula of(String text) {
    if (text.equals("TRUE") || text.equals("FALSE")) {
      return truth(text.equals("TRUE"));
    } else if (text.equals("NULL") || Notation.isString(text)) {
      return new Constant(text);
    } else if (Notation.isNumeral(text)) {
      return new Number(Integer.parseInt(text));
    }
    return Notation.isTerm(text) ? new Term(text) : new Text(text);
  }

  static Formula truth(boolean value) {
    return value ? TRUE : FALSE;
  }

  static Formula equal(Formula left, Formula right) {
    if (left.equals(right)) {
      return TRUE;
    } else if (left.isKnown() && right.isKnown()) {
      return FALSE;
    } else if (right instanceof Truth t) {
      return t.value() ? left : left.negated();
    } else if (right instanceof Number n && left instanceof Choice c && isBit(c)) {
      return n.value() == 1 ? c.condition() : n.value() == 0 ? c.condition().negated() : FALSE;
    }
    return new Comparison(Relation.EQUAL, left, right);
  }

  static Formula different(Formula left, Formula right) {
    return equal(left, right).negated();
  }

  static Formula less(Formula left, Formula right) {
    return left instanceof Number l && right instanceof Number r
        ? truth(l.value() < r.value())
        : new Comparison(Relation.LESS, left, right);
  }

  static Formula and(Formula left, Formula right) {
    if (left.equals(FALSE) || right.equals(TRUE)) {
      return left;
    }
    return left.equals(TRUE) || right.equals(FALSE) ? right : new And(left, right);
  }

  static Formula or(Formula left, Formula right) {
    if (left.equals(TRUE) || right.equals(FALSE)) {
      return left;
    }
    return left.equals(FALSE) || right.equals(TRUE) ? right : new Or(left, right);
  }

  /** The one value or the other. */
  static Formula choice(Formula condition, Formula yes, Formula no) {
    if (condition instanceof Truth t) {
      return t.value() ? yes : no;
    }
    return new Choice(condition, yes, no);
  }

  /** A condition as C has it among numbers. */
  static Formula asNumber(Formula condition) {
    return choice(condition, new Number(1), new Number(0));
  }

  default Formula negated() {
    if (this instanceof Truth t) {
      return truth(!t.value());
    } else if (this instanceof Not n) {
      return n.condition();
    } else if (this instanceof Comparison c) {
      return new Comparison(c.relation().opposite(), c.left(), c.right());
    }
    return new Not(this);
  }

  /** Whether it is the same in every state, and unequal to all others of which that is known. */
  private boolean isKnown() {
    return this instanceof Constant || this instanceof Number || this instanceof Truth;
  }

  /** Whether it is a condition among numbers. */
  private static boolean isBit(Choice c) {
    return c.yes().equals(new Number(1)) && c.no().equals(new Number(0));
  }

  /** What is by itself, or between commas. */
  default String text() {
    return Notation.write(this);
  }

  /** What follows an equals sign. */
  default String operand() {
    return Notation.operand(this);
  }
}
