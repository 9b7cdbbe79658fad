package quiesce.litmus;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import quiesce.steps.Atomic;
import quiesce.steps.KernelThread;
import quiesce.steps.Litmus;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Operation;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Value;

/** Writes a litmus test's steps one a line: place, step, what is held, where it goes on. */
final class StepsDump {
  private final StringBuilder out = new StringBuilder();

  private StepsDump() {}

  static String of(Litmus test) {
    StepsDump dump = new StepsDump();
    dump.line("test " + test.name());
    for (Litmus.Variable v : test.variables()) {
      dump.line("variable %s = %s".formatted(v.name(), value(v.initial())));
    }
    test.locks().forEach(l -> dump.line("lock " + l));
    test.processes().forEach(dump::process);
    dump.line("%s %s".formatted(test.quantifier().text(), proposition(test.condition())));
    test.filter().ifPresent(f -> dump.line("filter " + proposition(f)));
    List<String> labels = test.observed().stream().map(Litmus.Observed::label).toList();
    dump.line("observed " + String.join(" ", labels));
    return dump.out.toString();
  }

  private void process(KernelThread p) {
    line("%s(%s)".formatted(p.name(), String.join(" ", p.locals().keySet())));
    for (Node n : p.nodes()) {
      String held = held(n.before());
      // Most steps go on at the next one.
      String next = n.next().equals(List.of(n.id() + 1)) ? "" : " -> " + n.next();
      line(
          "  %d: %s%s%s  :%d:%d"
              .formatted(
                  n.id(),
                  step(n.step()),
                  held.isEmpty() ? "" : " {" + held + "}",
                  next,
                  n.origin().place().line(),
                  n.origin().place().column()));
    }
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }

  private static String held(Atomic a) {
    List<String> words = new ArrayList<>(a.locks().stream().map(Atomic.Lock::name).toList());
    for (int i = 0; i < a.rcu(); i++) {
      words.add("rcu");
    }
    a.srcu().forEach(s -> words.add("srcu " + s.name()));
    return String.join(", ", words);
  }

  /** Its name says of what kind it is. */
  private static String step(Step step) {
    List<String> parts = new ArrayList<>();
    parts.add(step.name());
    parts.addAll(parts(step));
    return String.join(" ", parts);
  }

  /** What the name of a step says already, and what no litmus test has. */
  private static final Set<String> UNSEEN = Set.of("kind", "late", "once", "decided");

  private static List<String> parts(Object record) {
    List<String> parts = new ArrayList<>();
    for (RecordComponent c : record.getClass().getRecordComponents()) {
      Object part = component(record, c);
      if (part instanceof Operation o) {
        parts.addAll(parts(o));
      } else if (!UNSEEN.contains(c.getName()) && !part.equals("")) {
        parts.add(part(part));
      }
    }
    return parts;
  }

  private static String part(Object o) {
    if (o instanceof Value v) {
      return value(v);
    } else if (o instanceof Optional<?> optional) {
      return optional.map(StepsDump::part).orElse("-");
    } else if (o instanceof Collection<?> all) {
      return all.stream().map(StepsDump::part).collect(Collectors.joining(" ", "[", "]"));
    } else if (o instanceof Section.Srcu s) {
      return s.name();
    } else if (o instanceof Location.Global g) {
      return g.name();
    } else if (o instanceof Location.Pointee p) {
      return "*" + value(p.pointer());
    }
    return o.toString();
  }

  private static final Map<Value.Operator, String> SIGNS =
      Map.of(
          Value.Operator.PLUS, "+",
          Value.Operator.MINUS, "-",
          Value.Operator.TIMES, "*",
          Value.Operator.QUOTIENT, "/",
          Value.Operator.AND, "&",
          Value.Operator.OR, "|",
          Value.Operator.XOR, "^",
          Value.Operator.AND_NOT, "&~");

  private static String value(Value v) {
    if (v instanceof Value.Number n) {
      return String.valueOf(n.value());
    } else if (v instanceof Value.Truth t) {
      return String.valueOf(t.value());
    } else if (v instanceof Value.Local l) {
      return l.name();
    } else if (v instanceof Value.Address a) {
      return "&" + a.variable();
    } else if (v instanceof Value.Arithmetic a) {
      return "(%s %s %s)".formatted(value(a.left()), SIGNS.get(a.operator()), value(a.right()));
    } else if (v instanceof Value.Less l) {
      return "(%s < %s)".formatted(value(l.left()), value(l.right()));
    } else if (v instanceof Value.Equal e) {
      return "(%s == %s)".formatted(value(e.left()), value(e.right()));
    } else if (v instanceof Value.Not n) {
      return "!" + value(n.operand());
    } else if (v instanceof Value.NonZero n) {
      return "(%s != 0)".formatted(value(n.number()));
    } else if (v instanceof Value.AsNumber n) {
      return "int" + parenthesised(value(n.condition()));
    }
    throw new AssertionError(v + " does not come from a litmus test");
  }

  private static String parenthesised(String text) {
    return text.startsWith("(") ? text : "(" + text + ")";
  }

  private static String proposition(Litmus.Proposition p) {
    if (p instanceof Litmus.Proposition.Equal e) {
      return "%s=%s"
          .formatted(
              e.left().label(),
              e.right() instanceof Litmus.Operand.Constant c
                  ? value(c.value())
                  : ((Litmus.Operand.Other) e.right()).observed().label());
    } else if (p instanceof Litmus.Proposition.Not n) {
      return "~" + proposition(n.operand());
    } else if (p instanceof Litmus.Proposition.And a) {
      return "(%s /\\ %s)".formatted(proposition(a.left()), proposition(a.right()));
    } else if (p instanceof Litmus.Proposition.Or o) {
      return "(%s \\/ %s)".formatted(proposition(o.left()), proposition(o.right()));
    }
    return "true";
  }

  private static Object component(Object record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
