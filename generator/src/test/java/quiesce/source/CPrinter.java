package quiesce.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints trees as C, with no parentheses but those that C needs. */
final class CPrinter {
  private static final int ASSIGNMENT = 0;
  private static final int CONDITIONAL = 1;
  private static final int PREFIX = 12;
  private static final int POSTFIX = 13;

  private CPrinter() {}

  static String print(List<Item> items) {
    return items.stream().map(CPrinter::item).collect(Collectors.joining("\n"));
  }

  private static String item(Item item) {
    if (item instanceof Item.Struct struct) {
      return "struct %s {\n%s};"
          .formatted(
              struct.name(),
              struct.members().stream()
                  .map(m -> "\t" + declare(m.type(), m.name()) + ";\n")
                  .collect(Collectors.joining()));
    }
    if (item instanceof Item.Variable variable) {
      String initialiser = initialiser(variable.initialiser());
      return variable.perCpu()
          ? "static DEFINE_PER_CPU(%s, %s)%s;"
              .formatted(declare(variable.type(), ""), variable.name(), initialiser)
          : declare(variable.type(), variable.name()) + initialiser + ";";
    }
    if (item instanceof Item.Array array) {
      String size = array.size().map(CPrinter::expression).orElse("");
      return declare(array.type(), array.name() + "[" + size + "]")
          + array.initial().stream()
              .map(
                  e ->
                      e.index().map(i -> "[" + expression(i) + "] = ").orElse("")
                          + expression(e.value()))
              .collect(Collectors.joining(", ", " = { ", " };"));
    }
    if (item instanceof Item.ObjectInitialiser object) {
      return "static struct %s %s = { %s };"
          .formatted(
              object.struct(),
              object.name(),
              object.members().entrySet().stream()
                  .map(e -> "." + e.getKey() + " = " + expression(e.getValue()))
                  .collect(Collectors.joining(", ")));
    }
    if (item instanceof Item.StaticCall call) {
      return call.function()
          .map(f -> "DEFINE_STATIC_CALL(%s, %s);".formatted(call.name(), f))
          .orElseGet(() -> "DEFINE_STATIC_CALL_RET0(%s, f);".formatted(call.name()));
    }
    if (item instanceof Item.Lock lock) {
      return "static %s(%s);".formatted(lock.type().definition(), lock.name());
    }
    return function((Item.Function) item);
  }

  private static String function(Item.Function function) {
    String roles =
        function.roles().stream().map(r -> r.attribute() + " ").collect(Collectors.joining());
    String parameters =
        function.parameters().stream()
            .map(p -> declare(p.type(), p.name()))
            .collect(Collectors.joining(", "));
    String head =
        roles
            + declare(
                function.result(),
                function.name() + "(" + (parameters.isEmpty() ? "void" : parameters) + ")");
    return head + function.body().map(b -> "\n" + statement(b)).orElse(";");
  }

  private static String declare(Type type, String name) {
    if (type instanceof Type.FunctionPointer pointer) {
      return declare(pointer.result(), "(*" + name + ")(int a, struct b *)");
    }
    if (type instanceof Type.Pointer pointer) {
      String struct = pointer.target() instanceof Type.Opaque o ? o.name() : pointer.struct();
      return "struct " + struct + " *" + name;
    }
    String word =
        type instanceof Type.Void
            ? "void"
            : type instanceof Type.Bool ? "bool" : type.equals(new Type.Int()) ? "long" : "u64";
    return (word + " " + name).strip();
  }

  private static String initialiser(Optional<Expression> value) {
    return value.map(v -> " = " + expression(v)).orElse("");
  }

  private static String statement(Statement statement) {
    if (statement instanceof Statement.Declaration d) {
      return declare(d.type(), d.name()) + initialiser(d.initialiser()) + ";";
    } else if (statement instanceof Statement.Evaluation e) {
      return effect(e) + ";";
    } else if (statement instanceof Statement.If i) {
      return "if (%s)\n%s%s"
          .formatted(
              expression(i.condition()),
              statement(i.then()),
              i.otherwise().map(o -> "\nelse " + statement(o)).orElse(""));
    } else if (statement instanceof Statement.While w) {
      return "while (%s) %s".formatted(expression(w.condition()), statement(w.body()));
    } else if (statement instanceof Statement.DoWhile d) {
      return "do %s while (%s);".formatted(statement(d.body()), expression(d.condition()));
    } else if (statement instanceof Statement.For f) {
      return "for (%s%s; %s) %s"
          .formatted(
              begin(f.begin()),
              f.condition().map(c -> " " + expression(c)).orElse(""),
              effects(f.step()),
              statement(f.body()));
    } else if (statement instanceof Statement.Switch s) {
      return "switch (%s) %s".formatted(expression(s.value()), statement(s.body()));
    } else if (statement instanceof Statement.Case c) {
      return c.value().map(v -> "case " + expression(v)).orElse("default") + ":";
    } else if (statement instanceof Statement.Break) {
      return "break;";
    } else if (statement instanceof Statement.Continue) {
      return "continue;";
    } else if (statement instanceof Statement.ForEachPossibleCpu f) {
      return "for_each_possible_cpu(%s) %s".formatted(f.variable(), statement(f.body()));
    } else if (statement instanceof Statement.Return r) {
      return "return" + r.value().map(v -> " " + expression(v)).orElse("") + ";";
    } else if (statement instanceof Statement.Goto g) {
      return "goto " + g.label() + ";";
    } else if (statement instanceof Statement.Label l) {
      return l.name() + ":";
    }
    Statement.Block block = (Statement.Block) statement;
    return block.statements().stream()
        .map(s -> statement(s) + "\n")
        .collect(Collectors.joining("", "{\n", "}"));
  }

  private static String begin(List<Statement> begin) {
    return begin.stream().anyMatch(Statement.Declaration.class::isInstance)
        ? begin.stream().map(CPrinter::statement).collect(Collectors.joining())
        : effects(begin) + ";";
  }

  private static String effects(List<Statement> all) {
    return all.stream()
        .map(s -> effect((Statement.Evaluation) s))
        .collect(Collectors.joining(", "));
  }

  private static String effect(Statement.Evaluation e) {
    boolean changes = e.expression().changes().isPresent();
    return begin(operand(e.expression(), changes ? ASSIGNMENT : PREFIX));
  }

  private static String expression(Expression expression) {
    if (expression instanceof Expression.Name n) {
      return n.name();
    } else if (expression instanceof Expression.Number n) {
      return Integer.toString(n.value());
    } else if (expression instanceof Expression.Text t) {
      return '"' + t.value().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    } else if (expression instanceof Expression.Null) {
      return "NULL";
    } else if (expression instanceof Expression.Truth t) {
      return Boolean.toString(t.value());
    } else if (expression instanceof Expression.Not n) {
      return "!" + operand(n.operand(), PREFIX);
    } else if (expression instanceof Expression.AddressOf a) {
      return "& " + operand(a.operand(), PREFIX);
    } else if (expression instanceof Expression.Dereference d) {
      return "* " + operand(d.operand(), PREFIX);
    } else if (expression instanceof Expression.Cast c) {
      return "(unsigned long) " + operand(c.operand(), PREFIX);
    } else if (expression instanceof Expression.Binary b) {
      int strength = strength(b);
      return operand(b.left(), strength)
          + " "
          + b.operator().c()
          + " "
          + operand(b.right(), strength + 1);
    } else if (expression instanceof Expression.Assign a) {
      return operand(a.target(), PREFIX) + " = " + expression(a.value());
    } else if (expression instanceof Expression.Conditional c) {
      return operand(c.condition(), CONDITIONAL + 1)
          + c.then().map(t -> " ? " + expression(t) + " : ").orElse(" ?: ")
          + operand(c.otherwise(), CONDITIONAL);
    } else if (expression instanceof Expression.Update u) {
      return u.old()
          ? operand(u.target(), POSTFIX) + u.operator().c().repeat(2)
          : operand(u.target(), PREFIX) + " " + u.operator().c() + "= " + expression(u.value());
    } else if (expression instanceof Expression.Part p) {
      return p.name();
    } else if (expression instanceof Expression.Member m) {
      return operand(m.object(), POSTFIX) + "->" + m.member();
    } else if (expression instanceof Expression.Index x) {
      return operand(x.array(), POSTFIX) + "[" + expression(x.index()) + "]";
    }
    Expression.Call call = (Expression.Call) expression;
    return operand(call.callee(), POSTFIX)
        + call.arguments().stream()
            .map(CPrinter::expression)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  /**
   * How a statement begins: {@code f(*g)();} would declare g, and {@code a * b;} would declare b.
   */
  private static String begin(String text) {
    return text.matches("(?s)\\w+\\(\\s*\\*.*") ? "(" + text + ")" : text;
  }

  /** In parentheses only if it binds less than {@code strength}. */
  private static String operand(Expression expression, int strength) {
    String text = expression(expression);
    return strength(expression) < strength ? "(" + text + ")" : text;
  }

  private static int strength(Expression expression) {
    if (expression instanceof Expression.Binary binary) {
      return switch (binary.operator()) {
        case OR -> 2;
        case AND -> 3;
        case BIT_OR -> 4;
        case BIT_XOR -> 5;
        case BIT_AND -> 6;
        case EQUAL, NOT_EQUAL -> 7;
        case LESS, GREATER, AT_MOST, AT_LEAST -> 8;
        case SHIFT_LEFT, SHIFT_RIGHT -> 9;
        case PLUS, MINUS -> 10;
        case TIMES, DIVIDE, REMAINDER -> 11;
      };
    }
    if (expression.changes().isPresent()) {
      return expression instanceof Expression.Update u && u.old() ? POSTFIX : ASSIGNMENT;
    }
    if (expression instanceof Expression.Conditional) {
      return CONDITIONAL;
    }
    boolean prefix =
        expression instanceof Expression.Not
            || expression instanceof Expression.AddressOf
            || expression instanceof Expression.Dereference
            || expression instanceof Expression.Cast
            || (expression instanceof Expression.Number n && n.value() < 0);
    return prefix ? PREFIX : POSTFIX;
  }
}
