package quiesce.source;

import java.util.Set;

/** What locks are initialised with. */
final class Unlocked {
  private static final Set<String> NAMES =
      Set.of(
          "__SPIN_LOCK_UNLOCKED",
          "__RAW_SPIN_LOCK_UNLOCKED",
          "__MUTEX_INITIALIZER",
          "__RW_LOCK_UNLOCKED",
          "__RWSEM_INITIALIZER");

  private Unlocked() {}

  static boolean is(Expression e) {
    return e instanceof Expression.Call c && NAMES.contains(c.name());
  }
}
