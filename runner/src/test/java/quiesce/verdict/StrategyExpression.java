package quiesce.verdict;

import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Random expressions of a strategy's C over a few locals, with what C makes of them. A pointer is
 * an address: 0 is NULL.
 */
final class StrategyExpression {
  /** Of one type each, since C compares pointers with pointers. */
  private enum Type {
    NUMBER,
    BOOL,
    POINTER
  }

  private static final Map<Type, List<String>> LOCALS =
      Map.of(
          Type.NUMBER, List.of("n", "m"),
          Type.BOOL, List.of("b", "c"),
          Type.POINTER, List.of("p", "q"));

  private final Random random;

  StrategyExpression(Random random) {
    this.random = random;
  }

  /** What C says of an expression, given what the locals hold. */
  sealed interface Tree {
    String text();

    int value(Map<String, Integer> locals);

    default boolean holds(Map<String, Integer> locals) {
      return value(locals) != 0;
    }
  }

  record Constant(String text, int number) implements Tree {
    @Override
    public int value(Map<String, Integer> locals) {
      return number;
    }
  }

  record Local(String text) implements Tree {
    @Override
    public int value(Map<String, Integer> locals) {
      return locals.get(text);
    }
  }

  record Not(Tree operand) implements Tree {
    @Override
    public String text() {
      return "!" + inner(operand);
    }

    @Override
    public int value(Map<String, Integer> locals) {
      return bit(!operand.holds(locals));
    }
  }

  record Binary(String operator, Tree left, Tree right) implements Tree {
    @Override
    public String text() {
      return inner(left) + " " + operator + " " + inner(right);
    }

    @Override
    public int value(Map<String, Integer> locals) {
      return switch (operator) {
        case "==" -> bit(left.value(locals) == right.value(locals));
        case "!=" -> bit(left.value(locals) != right.value(locals));
        case "&&" -> bit(left.holds(locals) && right.holds(locals));
        case "||" -> bit(left.holds(locals) || right.holds(locals));
        default -> throw new IllegalStateException(operator);
      };
    }
  }

  private static int bit(boolean holds) {
    return holds ? 1 : 0;
  }

  private static String inner(Tree t) {
    return t instanceof Constant || t instanceof Local ? t.text() : "(" + t.text() + ")";
  }

  /** One that is true or false, of whatever type. */
  Tree condition(int depth) {
    if (depth == 0) {
      return atom(Type.values()[random.nextInt(Type.values().length)]);
    }
    return switch (random.nextInt(6)) {
      case 0 -> new Not(condition(depth - 1));
      case 1, 2 -> new Binary(one("&&", "||"), condition(depth - 1), condition(depth - 1));
      case 3 -> new Binary(one("==", "!="), atom(Type.POINTER), atom(Type.POINTER));
      case 4 -> new Binary(one("==", "!="), number(depth - 1), number(depth - 1));
      default -> new Not(new Not(condition(depth - 1)));
    };
  }

  private Tree number(int depth) {
    return switch (random.nextInt(4)) {
      case 0 -> atom(Type.NUMBER);
      case 1 -> atom(Type.BOOL);
      case 2 -> new Not(condition(depth));
      default -> new Binary(one("==", "!="), atom(Type.NUMBER), atom(Type.NUMBER));
    };
  }

  private Tree atom(Type type) {
    if (random.nextInt(4) == 0) {
      return switch (type) {
        case NUMBER -> {
          int number = random.nextInt(3);
          yield new Constant(Integer.toString(number), number);
        }
        case BOOL -> random.nextBoolean() ? new Constant("true", 1) : new Constant("false", 0);
        case POINTER -> new Constant("NULL", 0);
      };
    }
    List<String> locals = LOCALS.get(type);
    return new Local(locals.get(random.nextInt(locals.size())));
  }

  private String one(String first, String second) {
    return random.nextBoolean() ? first : second;
  }
}
