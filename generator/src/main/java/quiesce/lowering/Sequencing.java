package quiesce.lowering;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import quiesce.primitives.Dialect;
import quiesce.primitives.Primitive;
import quiesce.primitives.Primitives;
import quiesce.source.Diagnostics;
import quiesce.source.Expression;
import quiesce.source.Place;

/**
 * Refuses expressions that mean something else in another order: C says in which order operands are
 * evaluated for {@code &&}, {@code ||} and {@code ?:} alone (C11, 6.5).
 */
final class Sequencing {
  private final Symbols symbols;
  private final Diagnostics problems;
  private final Set<Place> reported = new HashSet<>();

  private Sequencing(Symbols symbols, Diagnostics problems) {
    this.symbols = symbols;
    this.problems = problems;
  }

  static void check(Symbols symbols, Diagnostics problems) {
    Sequencing check = new Sequencing(symbols, problems);
    symbols.functions().stream()
        .flatMap(f -> TreeWalk.all(Expression.class, f))
        .forEach(check::visit);
  }

  private void visit(Expression e) {
    if (e instanceof Expression.Binary b) {
      if (b.operator() != Expression.Operator.AND && b.operator() != Expression.Operator.OR) {
        operands(List.of(b.left(), b.right()));
      }
    } else if (e instanceof Expression.Call c) {
      operands(Stream.concat(address(c.callee()), c.arguments().stream()).toList());
    } else if (e instanceof Expression.Assign a) {
      change(a.target(), a.value());
    } else if (e instanceof Expression.Update u) {
      change(u.target(), u.value());
      if (isShared(name(u.target())) && calls(u.value())) {
        unordered(u.value(), name(u.target()));
      }
    }
  }

  /** What is evaluated in any order. */
  private void operands(List<Expression> all) {
    IntStream.range(0, all.size())
        .forEach(
            i ->
                IntStream.range(0, all.size())
                    .filter(j -> i != j)
                    .forEach(j -> compare(all.get(i), all.get(j))));
  }

  private void compare(Expression one, Expression other) {
    Set<String> changed = changed(one);
    changed.stream().filter(used(other)::contains).findFirst().ifPresent(c -> twice(one, c));
    if (calls(other)) {
      changed.stream().filter(this::isShared).findFirst().ifPresent(c -> unordered(other, c));
    }
  }

  /** The target gets its value last, but for what else the value changes. */
  private void change(Expression target, Expression value) {
    address(target).forEach(a -> operands(List.of(a, value)));
    if (changed(value).contains(name(target))) {
      twice(value, name(target));
    }
  }

  private void twice(Expression at, String name) {
    report(
        at,
        "%s is changed and used in one expression, and C does not say in which order"
            .formatted(name.replace("->", "")),
        "write two statements");
  }

  private void unordered(Expression at, String name) {
    report(
        at,
        "%s is changed in an expression with a call, and C does not say in which order"
            .formatted(name.replace("->", "")),
        "write two statements: call first, and keep the value in a local");
  }

  /** Reports each place once: what is around an expression has it, too. */
  private void report(Expression at, String message, String help) {
    if (reported.add(at.place())) {
      problems.report(at.place(), message, help);
    }
  }

  /** What is evaluated to find the place of a target, or the function that is called. */
  private static Stream<Expression> address(Expression e) {
    if (e instanceof Expression.Member m) {
      return Stream.of(m.object());
    } else if (e instanceof Expression.Index x) {
      return Stream.of(x.index());
    }
    return e instanceof Expression.Call c ? c.arguments().stream() : Stream.empty();
  }

  /** The place that is changed; of members all objects' are one, and of an array all elements. */
  private static String name(Expression target) {
    if (target instanceof Expression.Name n) {
      return n.name();
    } else if (target instanceof Expression.Part p) {
      // It may be reached by a pointer, too.
      return "->" + p.member();
    } else if (target instanceof Expression.Member m) {
      return "->" + m.member();
    } else if (target instanceof Expression.Index x) {
      return name(x.array());
    }
    return target instanceof Expression.Call c && !c.arguments().isEmpty()
        ? name(c.arguments().get(0))
        : "";
  }

  private static Set<String> changed(Expression e) {
    return TreeWalk.all(e)
        .flatMap(part -> part.changes().stream())
        .map(Sequencing::name)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> used(Expression e) {
    return TreeWalk.all(e).map(Sequencing::name).collect(Collectors.toSet());
  }

  private boolean isShared(String name) {
    return name.startsWith("->")
        || symbols.variable(name).isPresent()
        || symbols.arrays().named(name).isPresent();
  }

  private static boolean calls(Expression e) {
    return TreeWalk.all(e).anyMatch(part -> part instanceof Expression.Call c && !isValue(c));
  }

  /** Whether a call is a way to write its argument, or to name a place. */
  private static boolean isValue(Expression.Call c) {
    return Set.of("per_cpu", "ARRAY_SIZE").contains(c.name())
        || Primitives.find(c.name(), Dialect.STRATEGY)
            .filter(p -> p.meaning() instanceof Primitive.Hint)
            .isPresent();
  }
}
