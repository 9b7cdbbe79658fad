package quiesce.module;

import java.util.List;
import java.util.function.Function;
import quiesce.steps.Access;
import quiesce.steps.Operation;
import quiesce.steps.Value;
import quiesce.tla.Expression;
import quiesce.tla.Logic;

/**
 * What the template of an atomic operation can ask.
 *
 * @param values what a value of the C code is
 */
public record AtomicScope(Access.Rmw step, Function<Value, Expression> values) {
  /** What it writes that has read this term: after an equals sign. */
  public String written(String old) {
    return Logic.choice(success(old), exchange(old), Expression.of(old)).afterEquals();
  }

  /** The condition under which it writes that has read this term. */
  public String succeeds(String old) {
    return success(old).text();
  }

  /** The condition under which it writes nothing. */
  public Expression fails(String old) {
    return Logic.negated(success(old));
  }

  /** Whether it may write nothing. */
  public boolean isMayFail() {
    return step.operation().mayFail();
  }

  /** What it writes if it does, after an equals sign. */
  public String exchanged(String old) {
    return exchange(old).afterEquals();
  }

  /** What it computes with, beside what it reads. */
  public List<Value> operands() {
    return step.operation().operands().toList();
  }

  private Expression success(String old) {
    Expression found = Expression.of(old);
    if (step.operation() instanceof Operation.Cmpxchg x) {
      return Logic.equal(found, values.apply(x.expected()));
    } else if (step.operation() instanceof Operation.AtomicAddUnless a) {
      return Logic.different(found, values.apply(a.unless()));
    }
    return Logic.TRUE;
  }

  private Expression exchange(String old) {
    if (step.operation() instanceof Operation.Xchg x) {
      return values.apply(x.value());
    } else if (step.operation() instanceof Operation.Cmpxchg x) {
      return values.apply(x.value());
    }
    Expression found = Expression.of(old);
    if (step.operation() instanceof Operation.AtomicAddUnless a) {
      return Values.arithmetic(Value.Operator.PLUS, found, values.apply(a.addend()));
    }
    Operation.AtomicFetch f = (Operation.AtomicFetch) step.operation();
    return Values.arithmetic(f.operator(), found, values.apply(f.operand()));
  }
}
