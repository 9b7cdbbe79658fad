package quiesce.emission;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes formulas as TLA+, in parentheses where its precedences ask for them or a reader would. */
final class Notation {
  /** How tight an expression's own operator binds; the further down the tighter. */
  private enum Tightness {
    REACHING,
    JUNCTION,
    NEGATION,
    RELATION,
    OPERATION,
    TERM
  }

  private Notation() {}

  static String write(Formula f) {
    if (f instanceof Formula.Term t) {
      return t.text();
    } else if (f instanceof Formula.Constant c) {
      return c.text();
    } else if (f instanceof Formula.Truth t) {
      return t.value() ? "TRUE" : "FALSE";
    } else if (f instanceof Formula.Number n) {
      return number(n.value());
    } else if (f instanceof Formula.Comparison c) {
      return infix(c.left(), c.relation().sign, c.right(), Tightness.RELATION);
    } else if (f instanceof Formula.Calculation c) {
      return infix(c.left(), c.operation().sign, c.right(), Tightness.OPERATION);
    } else if (f instanceof Formula.And a) {
      return infix(a.left(), "/\\", a.right(), Tightness.JUNCTION);
    } else if (f instanceof Formula.Or o) {
      return infix(o.left(), "\\/", o.right(), Tightness.JUNCTION);
    } else if (f instanceof Formula.Not n) {
      return "~" + within(n.condition(), Tightness.RELATION);
    } else if (f instanceof Formula.Choice c) {
      return "IF " + write(c.condition()) + " THEN " + write(c.yes()) + " ELSE " + write(c.no());
    } else if (f instanceof Formula.Call c) {
      return c.arguments().stream()
          .map(Notation::write)
          .collect(Collectors.joining(", ", c.operator() + "(", ")"));
    }
    return ((Formula.Text) f).text();
  }

  /** After an equals sign, where nothing comes after it. */
  static String operand(Formula f) {
    boolean begins = f instanceof Formula.Choice || f instanceof Formula.Not;
    return begins ? write(f) : within(f, Tightness.RELATION);
  }

  private static String infix(Formula left, String sign, Formula right, Tightness own) {
    return within(left, own) + " " + sign + " " + within(right, own);
  }

  /** In parentheses where it binds no tighter than its context. */
  private static String within(Formula f, Tightness outer) {
    boolean tight = tightness(f).compareTo(outer) > 0;
    return tight ? write(f) : "(" + write(f) + ")";
  }

  private static Tightness tightness(Formula f) {
    if (f instanceof Formula.Text || f instanceof Formula.Choice) {
      return Tightness.REACHING;
    } else if (f instanceof Formula.And || f instanceof Formula.Or) {
      return Tightness.JUNCTION;
    } else if (f instanceof Formula.Not) {
      return Tightness.NEGATION;
    } else if (f instanceof Formula.Comparison) {
      return Tightness.RELATION;
    }
    return f instanceof Formula.Calculation ? Tightness.OPERATION : Tightness.TERM;
  }

  /** TLC reads no numeral above the greatest integer, which the least one has after its sign. */
  private static String number(int value) {
    if (value == Integer.MIN_VALUE) {
      return "(-" + Integer.MAX_VALUE + " - 1)";
    }
    return value < 0 ? "(" + value + ")" : Integer.toString(value);
  }

  private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");
  private static final Pattern NUMERAL = Pattern.compile("\\d{1,9}");

  /** Brackets with no others in them. */
  private static final Pattern BRACKETS =
      Pattern.compile(
          "<<(?:(?!<<|>>)[^(){}\\[\\]])*>>|\\([^(){}\\[\\]]*\\)|\\[[^(){}\\[\\]]*\\]|\\{[^(){}\\[\\]]*\\}");

  private static final Pattern NAMES = Pattern.compile("(?:" + StandIn.LETTER + "|\\.)+");

  static boolean isString(String text) {
    return STRING.matcher(text).matches();
  }

  static boolean isNumeral(String text) {
    return NUMERAL.matcher(text).matches();
  }

  /** Whether there is nothing outside brackets but names and what is selected from them. */
  static boolean isTerm(String text) {
    String outside = STRING.matcher(text).replaceAll("s");
    for (String before = ""; !before.equals(outside); ) {
      before = outside;
      outside = BRACKETS.matcher(outside).replaceAll("b");
    }
    return NAMES.matcher(outside).matches();
  }
}
