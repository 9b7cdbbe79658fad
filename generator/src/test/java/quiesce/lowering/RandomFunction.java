package quiesce.lowering;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The text of a function that calculates with locals, and shows by stores what it has come to. */
final class RandomFunction {
  private static final int LABELS = 3;
  private static final String HEAD =
      """
      struct callbacks {
      	void (*f)(void);
      };
      int out;

      __register void reg(void)
      {
      }

      __unregister void unreg(void)
      {
      }

      __nmi void sample(void)
      {
      	int a = 1, b = 2, c = 0, left = 9;
      """;

  private final Random random;
  private final StringBuilder text = new StringBuilder(HEAD);
  private int loops;
  private int switches;

  private RandomFunction(long seed) {
    this.random = new Random(seed);
  }

  static String of(long seed) {
    RandomFunction function = new RandomFunction(seed);
    for (int label = 0; label < LABELS; label++) {
      function.block(2);
      function.text.append("l%d:\n".formatted(label));
    }
    function.block(2);
    return function.text + "WRITE_ONCE(out, a + b * 3 + c * 9);\n}\n";
  }

  private void block(int depth) {
    IntStream.range(0, 1 + random.nextInt(2)).forEach(i -> statement(depth));
  }

  private void statement(int depth) {
    switch (random.nextInt(depth == 0 ? 3 : 12)) {
      case 0, 1 -> text.append(effect()).append(";\n");
      case 2 -> text.append("WRITE_ONCE(out, %s);\n".formatted(value(2)));
      case 3 -> {
        text.append("if (%s) {\n".formatted(condition()));
        block(depth - 1);
        text.append("} else {\n");
        block(depth - 1);
        text.append("}\n");
      }
      case 4 -> loop("while (%s)".formatted(again()), ";", depth);
      case 5 -> loop("do", " while (%s);".formatted(again()), depth);
      case 6 -> loop("for (%s)".formatted(head(depth)), ";", depth);
      case 7, 8 -> choose(depth);
      case 9 -> {
        text.append("{\nint a = %s, d = a;\n".formatted(value(1)));
        block(depth - 1);
        text.append("c = d;\n}\n");
      }
      default -> text.append("if (%s)\n%s;\n".formatted(again(), jump()));
    }
  }

  private void loop(String head, String tail, int depth) {
    text.append(head).append(" {\n");
    loops++;
    block(depth - 1);
    loops--;
    text.append("}").append(tail).append("\n");
  }

  private String head(int depth) {
    return switch (random.nextInt(3)) {
      case 0 -> "int i%d = 0; i%1$d < %d; i%1$d++".formatted(depth, random.nextInt(4));
      case 1 -> "%s, %s; %s; %s, %s".formatted(effect(), effect(), again(), effect(), effect());
      default -> "; left-- > 0; ";
    };
  }

  private void choose(int depth) {
    text.append("switch (%s) {\n".formatted(value(1)));
    switches++;
    List<String> labels = List.of("case -1:", "case 0:", "case 1 << 1:", "default:", "case 3:");
    for (String label : labels) {
      if (random.nextInt(3) > 0) {
        text.append(label).append("\n");
        if (random.nextInt(4) > 0) {
          block(depth - 1);
          text.append(pick("break;\n", "break;\n", "fallthrough;\n", ""));
        }
      }
    }
    switches--;
    text.append("}\n");
  }

  private String jump() {
    String label = "goto l" + random.nextInt(LABELS);
    return switch (random.nextInt(4)) {
      case 0 -> loops + switches > 0 ? "break" : label;
      case 1 -> loops > 0 ? "continue" : label;
      case 2 -> random.nextInt(4) == 0 ? "return" : label;
      default -> label;
    };
  }

  /** Each changes a local once, and so has one meaning. */
  private String effect() {
    List<String> names = List.of("a", "b", "c");
    String name = names.get(random.nextInt(3));
    String others = names.stream().filter(n -> !n.equals(name)).collect(Collectors.joining(" = "));
    return switch (random.nextInt(7)) {
      case 0 -> name + pick("++", "--");
      case 1 -> pick("++", "--") + name;
      case 2 -> "%s = %s = %s".formatted(name, others, value(1));
      case 3 -> name + pick(" <<= 1", " >>= 1");
      case 4 -> "%s %s %s".formatted(name, pick("+=", "-=", "&=", "|=", "^="), value(2));
      case 5 -> "%s ? %s++ : --%s".formatted(condition(), name, name);
      default -> "%s = %s".formatted(name, value(2));
    };
  }

  private String condition() {
    return switch (random.nextInt(6)) {
      case 0 -> "(%s) && %s".formatted(effect(), value(1));
      case 1 -> "a++ < 4 || (b -= 1) == c";
      case 2 -> "!--c";
      case 3 -> "(%s ? %s : %s)".formatted(value(1), value(1), value(0));
      default -> value(2);
    };
  }

  /** A condition that does not hold for ever. */
  private String again() {
    return "left-- > 0 && (%s)".formatted(condition());
  }

  private String value(int depth) {
    if (depth == 0) {
      return pick("a", "b", "c", "0", "1", "3");
    }
    String one = value(depth - 1);
    String other = value(depth - 1);
    return switch (random.nextInt(8)) {
      case 0 -> "(%s %s %s)".formatted(one, pick("+", "-", "&", "|", "^"), other);
      case 1 -> "(%s %s %s)".formatted(one, pick("<", ">", "<=", ">=", "==", "!="), other);
      case 2 -> "(%s %s %s)".formatted(one, pick("&&", "||"), other);
      case 3 -> "(%s ? %s : %s)".formatted(one, other, value(depth - 1));
      case 4 -> "(%s ?: %s)".formatted(one, other);
      case 5 -> "%s(%s)".formatted(pick("!", "!!", "~", "-"), one);
      case 6 -> "(%s %s %d)".formatted(one, pick("<<", ">>"), random.nextInt(3));
      default -> "(%s < %s < %s)".formatted(one, other, value(depth - 1));
    };
  }

  private String pick(String... all) {
    return all[random.nextInt(all.length)];
  }
}
