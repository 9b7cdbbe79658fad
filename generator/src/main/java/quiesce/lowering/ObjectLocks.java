package quiesce.lowering;

import java.util.Set;
import java.util.stream.Stream;
import quiesce.source.Expression;
import quiesce.source.LockType;
import quiesce.source.Type;

/** The locks that each object has, as members. */
final class ObjectLocks {
  private static final Set<String> INITIALISE =
      Set.of("spin_lock_init", "raw_spin_lock_init", "mutex_init");

  private ObjectLocks() {}

  /** Whether a member of an object that has this type is followed as a lock. */
  static boolean isOne(Type type) {
    return type instanceof Type.Lock l
        && (l.type() == LockType.SPINLOCK || l.type() == LockType.MUTEX);
  }

  /** The name that the lock of each object has among locks, by whichever struct it is reached. */
  static String name(Structs.Member member, Structs members) {
    return all(members)
        .filter(m -> m.name().equals(member.name()))
        .findFirst()
        .map(ObjectLocks::name)
        .orElseThrow();
  }

  private static String name(Structs.Member member) {
    return member.struct() + "->" + member.written();
  }

  private static Stream<Structs.Member> all(Structs members) {
    return members.all().stream().filter(m -> isOne(m.type()));
  }

  /** The names of all. */
  static Stream<String> names(Structs members) {
    return all(members).map(ObjectLocks::name);
  }

  /** The member that a call initialises as a lock, if it does. */
  static Stream<Expression.Member> initialised(Expression.Call c) {
    return INITIALISE.contains(c.name())
            && c.arguments().size() == 1
            && c.arguments().get(0) instanceof Expression.AddressOf a
            && a.operand() instanceof Expression.Member m
        ? Stream.of(m)
        : Stream.empty();
  }
}
