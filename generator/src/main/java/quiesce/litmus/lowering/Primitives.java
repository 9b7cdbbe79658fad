package quiesce.litmus.lowering;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import quiesce.steps.Access;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Value;

/** The primitives whose name says all about them, and those that are known and refused. */
final class Primitives {
  static final Map<String, BiFunction<String, Location, Access.Load>> LOADS =
      Map.of(
          "READ_ONCE", Access.ReadOnce::new,
          "rcu_dereference", Access.RcuDereference::new,
          "rcu_dereference_raw", Access.RcuDereference::new,
          "lockless_dereference", Access.RcuDereference::new,
          "rcu_access_pointer", Access.RcuAccessPointer::new,
          "smp_load_acquire", Access.LoadAcquire::new,
          "atomic_read", Access.ReadOnce::new,
          "atomic_read_acquire", Access.LoadAcquire::new);

  static final Map<String, BiFunction<Location, Value, Access.Store>> STORES =
      Map.of(
          "WRITE_ONCE", Access.WriteOnce::new,
          "rcu_assign_pointer", Access.RcuAssignPointer::new,
          "smp_store_release", Access.StoreRelease::new,
          "smp_store_mb", Access.WriteOnce::new,
          "atomic_set", Access.WriteOnce::new,
          "atomic_set_release", Access.StoreRelease::new);

  /** Those that take the variable and not its address. */
  static final Set<String> OF_VARIABLES =
      Set.of(
          "READ_ONCE",
          "WRITE_ONCE",
          "rcu_dereference",
          "rcu_dereference_raw",
          "lockless_dereference",
          "rcu_access_pointer",
          "rcu_assign_pointer",
          "smp_store_mb");

  static final Map<String, Step> WITHOUT_ARGUMENTS =
      Map.of(
          "smp_mb", new Local.SmpMb(),
          "smp_rmb", new Local.SmpRmb(),
          "smp_wmb", new Local.SmpWmb(),
          "barrier", new Local.Barrier(),
          "rcu_read_lock", new Section.RcuReadLock(),
          "rcu_read_unlock", new Section.RcuReadUnlock());

  /** What the machine does not have, with what to write instead. */
  static final Map<String, String> REFUSED =
      Map.of(
          "call_rcu", "wait for the grace period in place: synchronize_rcu()",
          "call_srcu", "wait for the grace period in place: synchronize_srcu(s)",
          "rcu_barrier", "there are no callbacks of RCU to wait for: leave it out",
          "srcu_barrier", "there are no callbacks of SRCU to wait for: leave it out",
          "atomic_try_cmpxchg", "write r = atomic_cmpxchg(x, old, new), and compare r with old",
          "try_cmpxchg", "write r = cmpxchg(x, old, new), and compare r with old");

  private static final Set<String> OTHERS =
      Set.of(
          "spin_lock",
          "spin_unlock",
          "spin_trylock",
          "spin_is_locked",
          "synchronize_rcu",
          "synchronize_rcu_expedited",
          "srcu_read_lock",
          "srcu_read_unlock",
          "srcu_down_read",
          "srcu_up_read",
          "synchronize_srcu",
          "synchronize_srcu_expedited",
          "xchg",
          "cmpxchg",
          "atomic_xchg",
          "atomic_cmpxchg",
          "atomic_add",
          "atomic_inc",
          "atomic_dec",
          "atomic_add_return",
          "atomic_inc_return",
          "atomic_fetch_add",
          "atomic_fetch_inc",
          "atomic_add_unless",
          "atomic_dec_and_test");

  private Primitives() {}

  /** The names to look for a misspelt one among. */
  static Set<String> names() {
    Set<String> all = new TreeSet<>(OTHERS);
    all.addAll(LOADS.keySet());
    all.addAll(STORES.keySet());
    all.addAll(WITHOUT_ARGUMENTS.keySet());
    for (Fence f : Fence.values()) {
      all.add(f.c());
    }
    return all;
  }
}
