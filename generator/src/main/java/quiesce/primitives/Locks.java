package quiesce.primitives;

import static quiesce.primitives.Dialect.LITMUS;
import static quiesce.primitives.Dialect.STRATEGY;
import static quiesce.primitives.Primitive.Group.CONTEXTS;
import static quiesce.primitives.Primitive.Group.LOCKS;

import java.util.List;
import java.util.stream.Stream;
import quiesce.primitives.Primitive.Result;
import quiesce.steps.Access;
import quiesce.steps.LockKind;
import quiesce.steps.Region;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Value;
import quiesce.steps.Wait;

/** What keeps others off: preemption, softirqs and interrupts off, spinlocks, mutexes. */
final class Locks {
  private Locks() {}

  static void add(Table t) {
    contexts(t);
    String plain = "take and release the lock, with preemption off; waits until it is free";
    t.in(STRATEGY, LITMUS).does(LOCKS, plain);
    spinlock(t, "spin_lock", "spin_unlock", "", List.of(), List.of());
    t.in(STRATEGY);
    spinlock(t, "raw_spin_lock", "raw_spin_unlock", "", List.of(), List.of());
    for (String prefix : List.of("spin_", "raw_spin_")) {
      t.does(
          LOCKS, "the same, after `local_irq_save(flags)` and before `local_irq_restore(flags)`");
      holdingOff(t, prefix, "lock_irqsave", "unlock_irqrestore", ", flags", Region.IRQ_SAVED);
      t.does(LOCKS, "the same, after `local_irq_disable()` and before `local_irq_enable()`");
      holdingOff(t, prefix, "lock_irq", "unlock_irq", "", Region.IRQ_OFF);
      t.does(LOCKS, "the same, after `local_bh_disable()` and before `local_bh_enable()`");
      holdingOff(t, prefix, "lock_bh", "unlock_bh", "", Region.SOFTIRQ_OFF);
    }
    t.does(LOCKS, "waits until the mutex is free, and takes it")
        .steps("mutex_lock(&mutex)", o -> List.of(lock(LockKind.MUTEX, o)))
        .does(LOCKS, "releases it")
        .steps("mutex_unlock(&mutex)", o -> List.of(unlock(LockKind.MUTEX, o)));
    t.does(
            LOCKS,
            "takes the mutex, and the value is 0; or a signal comes first, and it is `-EINTR`")
        .special("mutex_lock_interruptible(&mutex)", "mutex_lock_killable(&mutex)")
        .does(LOCKS, "the same of a semaphore that readers may share")
        .special(
            "down_read_interruptible(&rwsem)",
            "down_read_killable(&rwsem)",
            "down_write_killable(&rwsem)")
        .does(LOCKS, "the same as without the class of the lock, which is for lockdep")
        .steps("mutex_lock_nested(&mutex, class)", o -> List.of(lock(LockKind.MUTEX, o)))
        .steps("spin_lock_nested(&lock, class)", o -> List.of(lock(LockKind.SPINLOCK, o)));
    t.does(
            LOCKS,
            "the lock is free from here on; that of an object must be there before it is taken, where the file says"
                + " so, or allocates the object")
        .steps("spin_lock_init(&lock)", o -> initialised(LockKind.SPINLOCK, o))
        .steps("raw_spin_lock_init(&lock)", o -> initialised(LockKind.SPINLOCK, o))
        .steps("mutex_init(&mutex)", o -> initialised(LockKind.MUTEX, o));
    readersAndWriters(t);
    attempts(t);
  }

  /** Plain stores, as far as others see them (include/linux/spinlock.h). */
  private static List<Step> initialised(LockKind kind, Operands o) {
    Operands.Operand.Lock lock = o.lock();
    Step free = new Section.InitLock(kind, lock.name(), lock.member());
    return Stream.concat(
            lock
                .member()
                .map(m -> new Access.Store(Access.Store.Kind.PLAIN_STORE, m, new Value.Number(0)))
                .stream(),
            Stream.of(free))
        .toList();
  }

  /**
   * What keeps one writer and any number of readers apart (Documentation/locking/locktypes.rst, and
   * percpu-rw-semaphore.rst).
   */
  private static void readersAndWriters(Table t) {
    t.does(
        LOCKS,
        "take and release the lock beside others that only read, with preemption off; waits until no"
            + " writer holds it and, in a task, none waits for it");
    withReaders(t, LockKind.READ_LOCK, "rwlock");
    t.does(LOCKS, "take and release it alone, with preemption off; waits until nobody holds it");
    withReaders(t, LockKind.WRITE_LOCK, "rwlock");
    t.does(
        LOCKS,
        "the same two, with interrupts or softirqs off as `spin_lock_irqsave()` and its like");
    for (LockKind kind : List.of(LockKind.READ_LOCK, LockKind.WRITE_LOCK)) {
      withReaders(t, kind, "_irqsave", "_irqrestore", "rwlock, flags", Region.IRQ_SAVED);
      withReaders(t, kind, "_irq", "_irq", "rwlock", Region.IRQ_OFF);
      withReaders(t, kind, "_bh", "_bh", "rwlock", Region.SOFTIRQ_OFF);
    }
    t.does(LOCKS, "the same as the first two, and sleep: refused in a handler");
    withReaders(t, LockKind.DOWN_READ, "rwsem");
    withReaders(t, LockKind.DOWN_WRITE, "rwsem");
    t.does(
        LOCKS,
        "the same again; readers only count themselves on their CPU, and a writer waits for a grace period");
    withReaders(t, LockKind.PERCPU_DOWN_READ, "percpu_rwsem");
    withReaders(t, LockKind.PERCPU_DOWN_WRITE, "percpu_rwsem");
  }

  private static void withReaders(Table t, LockKind kind, String argument) {
    t.steps(kind.lock() + "(&" + argument + ")", o -> taken(kind, o))
        .steps(kind.unlock() + "(&" + argument + ")", o -> List.of(unlock(kind, o)));
  }

  private static void withReaders(
      Table t, LockKind kind, String lock, String unlock, String arguments, Region region) {
    t.steps(
            kind.lock() + lock + "(&" + arguments + ")",
            o -> both(List.of(new Section.Enter(region)), taken(kind, o)))
        .steps(
            kind.unlock() + unlock + "(&" + arguments + ")",
            o -> both(List.of(unlock(kind, o)), List.of(new Section.Leave(region))));
  }

  /** A writer is waited for from when it waits itself. */
  private static List<Step> taken(LockKind kind, Operands o) {
    Step takes = lock(kind, o);
    return kind.isOfWriter()
        ? List.of(new Section.Queue(kind, o.lock().name()), takes)
        : List.of(takes);
  }

  private static Step lock(LockKind kind, Operands o) {
    return new Wait.Lock(kind, o.lock().name(), o.lock().member());
  }

  private static Step unlock(LockKind kind, Operands o) {
    return new Section.Unlock(kind, o.lock().name(), o.lock().member());
  }

  private static void contexts(Table t) {
    t.in(STRATEGY)
        .does(CONTEXTS, "the task keeps its CPU; a read-side section too")
        .steps("preempt_disable()", new Section.Enter(Region.PREEMPT_OFF))
        .steps("preempt_enable()", new Section.Leave(Region.PREEMPT_OFF))
        .does(CONTEXTS, "the same; the value is the CPU")
        .special("get_cpu()")
        .steps("put_cpu()", new Section.Leave(Region.PREEMPT_OFF))
        .does(CONTEXTS, "the same, and no softirq begins on this CPU")
        .steps("local_bh_disable()", new Section.Enter(Region.SOFTIRQ_OFF))
        .steps("local_bh_enable()", new Section.Leave(Region.SOFTIRQ_OFF))
        .does(CONTEXTS, "the same, and neither IRQ nor softirq begins on this CPU")
        .steps("local_irq_save(flags)", new Section.Enter(Region.IRQ_SAVED))
        .steps("local_irq_restore(flags)", new Section.Leave(Region.IRQ_SAVED))
        .steps("local_irq_disable()", new Section.Enter(Region.IRQ_OFF))
        .steps("local_irq_enable()", new Section.Leave(Region.IRQ_OFF))
        .does(CONTEXTS, "the CPU that the thread runs on at that step")
        .special("smp_processor_id()", "raw_smp_processor_id()");
  }

  private static void attempts(Table t) {
    t.in(STRATEGY, LITMUS)
        .does(LOCKS, "takes the lock if it is free; the value is 1 if it was, otherwise 0");
    trylock(t, "spin_trylock(&lock)", LockKind.SPINLOCK);
    t.in(STRATEGY);
    trylock(t, "raw_spin_trylock(&lock)", LockKind.SPINLOCK);
    t.does(LOCKS, "the same for a mutex; does not sleep, and is refused in a handler");
    trylock(t, "mutex_trylock(&mutex)", LockKind.MUTEX);
    t.does(
        LOCKS,
        "takes the lock if nobody is in the way, and the value is 1; otherwise 0, as it may be at any time: the"
            + " kernel's fail, too, where others wait or try at the same time");
    trylock(t, "read_trylock(&rwlock)", LockKind.READ_LOCK);
    trylock(t, "write_trylock(&rwlock)", LockKind.WRITE_LOCK);
    t.does(LOCKS, "the same; do not sleep, and are refused in a handler");
    trylock(t, "down_read_trylock(&rwsem)", LockKind.DOWN_READ);
    trylock(t, "down_write_trylock(&rwsem)", LockKind.DOWN_WRITE);
    trylock(t, "percpu_down_read_trylock(&percpu_rwsem)", LockKind.PERCPU_DOWN_READ);
    t.does(LOCKS, "whether somebody holds the lock: 1 or 0");
    t.in(STRATEGY, LITMUS);
    isLocked(t, "spin_is_locked(&lock)");
    t.in(STRATEGY);
    isLocked(t, "raw_spin_is_locked(&lock)");
  }

  private static void holdingOff(
      Table t, String prefix, String lock, String unlock, String flags, Region region) {
    spinlock(
        t,
        prefix + lock,
        prefix + unlock,
        flags,
        List.of(new Section.Enter(region)),
        List.of(new Section.Leave(region)));
  }

  private static void isLocked(Table t, String call) {
    t.returns(
        call,
        Result.Kind.NUMBER,
        Operands::read,
        o -> new Access.IsLocked(LockKind.SPINLOCK, o.local(), o.lock().name(), o.lock().member()));
  }

  private static void trylock(Table t, String call, LockKind kind) {
    t.returns(
        call,
        Result.Kind.NUMBER,
        Operands::read,
        o -> new Access.Trylock(kind, o.local(), o.lock().name(), o.lock().member()));
  }

  private static void spinlock(
      Table t, String lock, String unlock, String flags, List<Step> before, List<Step> after) {
    String arguments = "(&lock" + flags + ")";
    t.steps(lock + arguments, o -> both(before, List.of(lock(LockKind.SPINLOCK, o))));
    t.steps(unlock + arguments, o -> both(List.of(unlock(LockKind.SPINLOCK, o)), after));
  }

  private static List<Step> both(List<Step> first, List<Step> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }
}
