package quiesce.lowering;

import quiesce.primitives.Dialect;
import quiesce.primitives.Primitive;
import quiesce.primitives.Primitives;
import quiesce.source.Expression;

/**
 * Conditions that say why an access is right, as in {@code rcu_dereference_check(p,
 * lockdep_is_held(&lock))}. The kernel evaluates them where it checks locking, so they are read and
 * do nothing; what could do anything is refused.
 */
final class LockdepCondition {
  private LockdepCondition() {}

  static void check(Expression e) {
    if (e instanceof Expression.Not n) {
      check(n.operand());
    } else if (e instanceof Expression.Binary b) {
      check(b.left());
      check(b.right());
    } else if (!isNothing(e)) {
      throw new Refusal(
          e.place(),
          "this is no condition of lockdep",
          "write 1, lockdep_is_held(&lock), rcu_read_lock_held() or the like");
    }
  }

  private static boolean isNothing(Expression e) {
    return e instanceof Expression.Number
        || e instanceof Expression.Truth
        || e instanceof Expression.Call c
            && c.callee() instanceof Expression.Name n
            && Primitives.find(n.name(), Dialect.STRATEGY)
                .filter(p -> p.meaning() instanceof Primitive.Held)
                .isPresent();
  }
}
