package quiesce.observation;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Expressions of C over three registers, with what C makes of them. */
final class RandomExpression {
  private static final List<String> REGISTERS = List.of("r0", "r1", "r2");
  private static final List<String> VARIABLES = List.of("x", "y", "z");

  private final Random random;
  private final int[] values;

  RandomExpression(long seed) {
    random = new Random(seed);
    values = IntStream.range(0, REGISTERS.size()).map(i -> random.nextInt(5) - 2).toArray();
  }

  int[] values() {
    return values;
  }

  /** The initial values, of which each register loads one. */
  String initial() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      out.append("%s=%d; ".formatted(VARIABLES.get(i), values[i]));
    }
    return out.toString();
  }

  String loads() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      out.append("  %s = READ_ONCE(*%s);\n".formatted(REGISTERS.get(i), VARIABLES.get(i)));
    }
    return out.toString();
  }

  /** What C says of an expression. */
  sealed interface Tree {
    String text();

    int value(int[] registers);
  }

  record Constant(int number) implements Tree {
    @Override
    public String text() {
      return Integer.toString(number);
    }

    @Override
    public int value(int[] registers) {
      return number;
    }
  }

  record Register(int index) implements Tree {
    @Override
    public String text() {
      return REGISTERS.get(index);
    }

    @Override
    public int value(int[] registers) {
      return registers[index];
    }
  }

  record Not(Tree operand) implements Tree {
    @Override
    public String text() {
      return "!" + inner(operand);
    }

    @Override
    public int value(int[] registers) {
      return operand.value(registers) == 0 ? 1 : 0;
    }
  }

  record Binary(String operator, Tree left, Tree right) implements Tree {
    @Override
    public String text() {
      return inner(left) + " " + operator + " " + inner(right);
    }

    @Override
    public int value(int[] registers) {
      int l = left.value(registers);
      int r = right.value(registers);
      return switch (operator) {
        case "+" -> l + r;
        case "-" -> l - r;
        case "*" -> l * r;
        case "&" -> l & r;
        case "|" -> l | r;
        case "^" -> l ^ r;
        case "==" -> bit(l == r);
        case "!=" -> bit(l != r);
        case "<" -> bit(l < r);
        case "<=" -> bit(l <= r);
        case ">" -> bit(l > r);
        case ">=" -> bit(l >= r);
        case "&&" -> bit(l != 0 && r != 0);
        case "||" -> bit(l != 0 || r != 0);
        default -> throw new IllegalStateException(operator);
      };
    }

    private static int bit(boolean holds) {
      return holds ? 1 : 0;
    }
  }

  private static String inner(Tree t) {
    return t instanceof Constant || t instanceof Register ? t.text() : "(" + t.text() + ")";
  }

  private static final List<String> OPERATORS =
      List.of("+", "-", "*", "&", "|", "^", "==", "!=", "<", "<=", ">", ">=", "&&", "||");

  Tree tree(int depth) {
    int kind = depth == 0 ? random.nextInt(2) : random.nextInt(8);
    return switch (kind) {
      case 0 -> new Constant(random.nextInt(5) - 2);
      case 1 -> new Register(random.nextInt(REGISTERS.size()));
      case 2 -> new Not(tree(depth - 1));
      default ->
          new Binary(
              OPERATORS.get(random.nextInt(OPERATORS.size())), tree(depth - 1), tree(depth - 1));
    };
  }
}
