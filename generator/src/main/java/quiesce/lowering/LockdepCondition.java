package quiesce.lowering;

import quiesce.source.Diagnostics;
import quiesce.source.Expression;

/**
 * Conditions that say why an access is right, as in {@code rcu_dereference_check(p,
 * lockdep_is_held(&lock))}. The kernel evaluates them where it checks locking, so they are read and
 * do nothing; what could do anything is refused.
 */
final class LockdepCondition {
  private LockdepCondition() {}

  static void check(Expression e, Diagnostics problems) {
    if (e instanceof Expression.Not n) {
      check(n.operand(), problems);
    } else if (e instanceof Expression.Binary b) {
      check(b.left(), problems);
      check(b.right(), problems);
    } else if (!isNothing(e, problems)) {
      throw new Refusal(
          e.place(),
          "this is no condition of lockdep",
          "write 1, lockdep_is_held(&lock), rcu_read_lock_held() or the like");
    }
  }

  private static boolean isNothing(Expression e, Diagnostics problems) {
    return e instanceof Expression.Number
        || e instanceof Expression.Truth
        || e instanceof Expression.Call c
            && c.callee() instanceof Expression.Name n
            && problems.isOfWhatIsHeld(n.name());
  }
}
