package quiesce.module;

import quiesce.analysis.Field;
import quiesce.tla.Expression;
import quiesce.tla.Logic;
import quiesce.tla.Operator;

/** How a specification keeps which CPU a thread holds that must not leave it. */
enum Hold {
  /** The thread never has to stay on a CPU where that can be seen. */
  NONE,
  /** In a field of the thread's record. */
  FIELD,
  /** The thread's record is part of the CPU's, of which it is the task while it has begun. */
  PLACE,
  /** In a field of the CPU's record: whether it is the one. */
  FLAG;

  /** That an instance of a thread holds CPU {@code c}. */
  Expression by(ThreadView v) {
    Expression cpu = Logic.name(ActionScope.CPU);
    return switch (this) {
      case NONE -> Logic.FALSE;
      case FIELD -> Logic.equal(v.field(Field.CPU), cpu);
      case PLACE -> v.isActive();
      case FLAG -> {
        Expression flag = new Expression.Selected(cpu, v.variable);
        yield v.indexed() ? new Expression.Infix(Operator.IN, Logic.name(v.index), flag) : flag;
      }
    };
  }
}
