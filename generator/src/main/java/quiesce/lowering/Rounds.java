package quiesce.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import quiesce.source.Bound;
import quiesce.source.Constant;
import quiesce.source.Expression;
import quiesce.source.Statement;
import quiesce.source.Type;

/**
 * The rounds of a {@code for} that counts from a constant to a constant.
 *
 * @param variable that counts
 * @param values it has in each round, and after the last one
 */
record Rounds(String variable, List<Integer> values) {
  int number() {
    return values.size() - 1;
  }

  /**
   * Empty where that is not known from the loop alone, or there are many or none.
   *
   * @param constants the value of a constant expression
   */
  static Optional<Rounds> of(Statement.For f, Function<Expression, Optional<Integer>> constants) {
    if (f.begin().size() != 1 || f.step().size() != 1 || f.condition().isEmpty()) {
      return Optional.empty();
    }
    String variable =
        f.condition().get() instanceof Expression.Binary b
                && b.left() instanceof Expression.Name n
                && !Assignments.names(f.body()).contains(n.name())
            ? n.name()
            : "";
    Optional<Integer> first = first(f.begin().get(0), variable);
    Optional<IntUnaryOperator> step = step(f.step().get(0), variable);
    boolean jumpedInto = f.body().all().anyMatch(Statement.Label.class::isInstance);
    if (first.isEmpty() || step.isEmpty() || jumpedInto) {
      return Optional.empty();
    }
    Expression.Binary condition = (Expression.Binary) f.condition().get();
    return constants
        .apply(condition.right())
        .flatMap(limit -> counted(variable, first.get(), condition.operator(), limit, step.get()));
  }

  private static Optional<Rounds> counted(
      String variable, int first, Expression.Operator operator, int limit, IntUnaryOperator step) {
    List<Integer> values = new ArrayList<>(List.of(first));
    int value = first;
    while (values.size() <= Bound.ROUNDS.most() && holds(operator, value, limit)) {
      value = step.applyAsInt(value);
      values.add(value);
    }
    boolean ends = !holds(operator, value, limit);
    return ends && values.size() > 1
        ? Optional.of(new Rounds(variable, List.copyOf(values)))
        : Optional.empty();
  }

  private static boolean holds(Expression.Operator operator, int value, int limit) {
    return switch (operator) {
      case LESS -> value < limit;
      case AT_MOST -> value <= limit;
      case GREATER -> value > limit;
      case AT_LEAST -> value >= limit;
      case NOT_EQUAL -> value != limit;
      default -> false;
    };
  }

  private static Optional<Integer> first(Statement begin, String variable) {
    if (begin instanceof Statement.Declaration d
        && d.name().equals(variable)
        && d.type() instanceof Type.Int) {
      return d.initialiser().flatMap(Constant::of);
    }
    return begin instanceof Statement.Evaluation e
            && e.expression() instanceof Expression.Assign a
            && isNamed(a.target(), variable)
        ? Constant.of(a.value())
        : Optional.empty();
  }

  private static Optional<IntUnaryOperator> step(Statement step, String variable) {
    if (!(step instanceof Statement.Evaluation e)
        || !(e.expression() instanceof Expression.Update u)
        || !isNamed(u.target(), variable)) {
      return Optional.empty();
    }
    return Constant.of(u.value())
        .flatMap(
            by ->
                switch (u.operator()) {
                  case PLUS -> Optional.of(value -> value + by);
                  case MINUS -> Optional.of(value -> value - by);
                  default -> Optional.empty();
                });
  }

  private static boolean isNamed(Expression target, String variable) {
    return target instanceof Expression.Name n && n.name().equals(variable);
  }
}
