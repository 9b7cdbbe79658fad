package quiesce.emission;

import java.util.function.UnaryOperator;
import quiesce.steps.Value;

/** Writes values as TLA+, simplified where an operand is known. */
final class Values {
  private Values() {}

  /**
   * @param locals what to write for a local
   * @param addresses what to write for the address of a variable
   * @param registered what to write for the object that the provider has registered
   */
  static String tla(
      Value v, UnaryOperator<String> locals, String registered, UnaryOperator<String> addresses) {
    if (v instanceof Value.Null) {
      return "NULL";
    } else if (v instanceof Value.Number n) {
      return n.value() < 0 ? "(" + n.value() + ")" : Integer.toString(n.value());
    } else if (v instanceof Value.Truth t) {
      return t.value() ? "TRUE" : "FALSE";
    } else if (v instanceof Value.Local l) {
      return locals.apply(l.name());
    } else if (v instanceof Value.Address a) {
      return addresses.apply(a.variable());
    } else if (v instanceof Value.Less l) {
      return side(tla(l.left(), locals, registered, addresses))
          + " < "
          + side(tla(l.right(), locals, registered, addresses));
    } else if (v instanceof Value.Arithmetic a) {
      return arithmetic(
          a.operator(),
          tla(a.left(), locals, registered, addresses),
          tla(a.right(), locals, registered, addresses));
    } else if (v instanceof Value.Function) {
      return "\"set\"";
    } else if (v instanceof Value.Registered) {
      return registered;
    } else if (v instanceof Value.AsNumber n) {
      String condition = tla(n.condition(), locals, registered, addresses);
      return switch (condition) {
        case "TRUE" -> "1";
        case "FALSE" -> "0";
        default -> "(IF " + condition + " THEN 1 ELSE 0)";
      };
    } else if (v instanceof Value.Not n) {
      return negation(n.operand(), locals, registered, addresses);
    } else if (v instanceof Value.Equal e) {
      return comparison(
          tla(e.left(), locals, registered, addresses),
          tla(e.right(), locals, registered, addresses),
          true);
    } else if (v instanceof Value.NonNull p) {
      return comparison(tla(p.pointer(), locals, registered, addresses), "NULL", false);
    } else if (v instanceof Value.NonZero z) {
      return comparison(tla(z.number(), locals, registered, addresses), "0", false);
    }
    throw new IllegalStateException("no TLA+ for " + v);
  }

  static String arithmetic(Value.Operator operator, String left, String right) {
    return switch (operator) {
      case PLUS -> "(" + left + " + " + right + ")";
      case MINUS -> "(" + left + " - " + right + ")";
      case TIMES -> "(" + left + " * " + right + ")";
      case AND -> "BitAnd(" + left + ", " + right + ")";
      case OR -> "BitOr(" + left + ", " + right + ")";
      case XOR -> "BitXor(" + left + ", " + right + ")";
      case AND_NOT -> "BitAnd(" + left + ", BitNot(" + right + "))";
    };
  }

  private static String negation(
      Value v, UnaryOperator<String> locals, String registered, UnaryOperator<String> addresses) {
    if (v instanceof Value.Not n) {
      return tla(n.operand(), locals, registered, addresses);
    } else if (v instanceof Value.Equal e) {
      return comparison(
          tla(e.left(), locals, registered, addresses),
          tla(e.right(), locals, registered, addresses),
          false);
    } else if (v instanceof Value.NonNull p) {
      return comparison(tla(p.pointer(), locals, registered, addresses), "NULL", true);
    } else if (v instanceof Value.NonZero z) {
      return comparison(tla(z.number(), locals, registered, addresses), "0", true);
    }
    return negated(tla(v, locals, registered, addresses));
  }

  /** The negation of a condition that is written already. */
  static String negated(String condition) {
    if (condition.equals("TRUE")) {
      return "FALSE";
    } else if (condition.equals("FALSE")) {
      return "TRUE";
    } else if (condition.startsWith("~")) {
      return condition.substring(1);
    }
    if (condition.startsWith("(") || condition.startsWith("IF ") || comparisons(condition) > 1) {
      return "~(" + condition + ")";
    } else if (condition.contains(" = ")) {
      return condition.replace(" = ", " # ");
    } else if (condition.contains(" # ")) {
      return condition.replace(" # ", " = ");
    }
    return "~" + condition;
  }

  private static String comparison(String left, String right, boolean equal) {
    if (left.equals(right)) {
      return equal ? "TRUE" : "FALSE";
    }
    if (isConstant(left) && isConstant(right)) {
      return equal ? "FALSE" : "TRUE";
    }
    if (right.equals("TRUE") || right.equals("FALSE")) {
      return right.equals("TRUE") == equal ? left : negated(left);
    }
    return side(left) + (equal ? " = " : " # ") + side(right);
  }

  private static int comparisons(String text) {
    return text.split(" [=#] ", -1).length - 1;
  }

  /** The text in parentheses, where it could not stand beside an operator without. */
  static String side(String text) {
    boolean compound = comparisons(text) > 0 || text.startsWith("~");
    return compound && !isEnclosed(text) ? "(" + text + ")" : text;
  }

  private static boolean isEnclosed(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (depth == 0 && i < text.length() - 1) {
        return false;
      }
    }
    return true;
  }

  private static boolean isConstant(String text) {
    return text.equals("NULL")
        || text.equals("TRUE")
        || text.equals("FALSE")
        || text.equals("\"set\"")
        || text.matches("\\d+|\\(-\\d+\\)");
  }
}
