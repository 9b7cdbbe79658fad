package quiesce.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.lowering.Lowering;
import quiesce.property.Property;
import quiesce.source.Parser;
import quiesce.source.SourceFile;

/** Which strategies need no exploration of their own for what must come about. */
class HangsTest {
  private static final String LOCKED = "spin_lock(&l); spin_unlock(&l);";
  private static final String PINNED = "preempt_disable(); " + LOCKED + " preempt_enable();";
  private static final String MASKED =
      "unsigned long f; spin_lock_irqsave(&l, f); spin_unlock_irqrestore(&l, f);";
  private static final String TASK = "__task void reader(void) { %s }\n";
  private static final String SOFTIRQ = "__softirq void soft(void) { %s }\n";
  private static final String IRQ = "__irq void strike(void) { %s }\n";
  private static final String NMI = "__nmi void sample(void) { %s }\n";

  @Test
  void ofWhoWaitsForAGracePeriodOrAMutexAreDeadlocks() {
    String mutex = "mutex_lock(&m); mutex_unlock(&m);";

    assertThat(areDeadlocks("synchronize_rcu();", NMI.formatted(""))).isTrue();
    assertThat(areDeadlocks(mutex, TASK.formatted(mutex) + NMI.formatted(""))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (READ_ONCE(busy)) cpu_relax();",
        "do { synchronize_rcu(); } while (READ_ONCE(busy));",
        "again: if (READ_ONCE(busy)) goto again;",
        "int cpu; again: for_each_possible_cpu(cpu) if (READ_ONCE(per_cpu(each, cpu))) goto again;",
        "int cpu; do { for_each_possible_cpu(cpu) cpu_relax(); } while (READ_ONCE(busy));"
      })
  void ofWhoLoopsAreNone(String loop) {
    assertThat(areDeadlocks(loop, NMI.formatted(""))).isFalse();
  }

  @Test
  void ofReadersThatLoopAreNone() {
    String spins = TASK.formatted("while (READ_ONCE(busy)) cpu_relax();");

    assertThat(areDeadlocks("synchronize_rcu();", spins)).isFalse();
  }

  @Test
  void ofLoopsOverAllCpusAreDeadlocks() {
    assertThat(
            areDeadlocks(
                "int cpu; for_each_possible_cpu(cpu) { WRITE_ONCE(per_cpu(each, cpu), 1);"
                    + " synchronize_rcu(); }",
                NMI.formatted("")))
        .isTrue();
    assertThat(
            areDeadlocks(
                "int cpu, i; for_each_possible_cpu(cpu) for_each_possible_cpu(i)"
                    + " { if (cpu == i) continue; WRITE_ONCE(per_cpu(each, i), 1); break; }",
                NMI.formatted("")))
        .isTrue();
  }

  /** The lock may be free only while an NMI has its CPU: it keeps its turn. */
  @Test
  void ofWhoWaitsForALockOnACpuThatHandlersTakeAreDeadlocks() {
    assertThat(areDeadlocks(PINNED, TASK.formatted(LOCKED) + NMI.formatted(""))).isTrue();
    assertThat(areDeadlocks(MASKED, IRQ.formatted(LOCKED) + NMI.formatted(""))).isTrue();
    assertThat(areDeadlocks(MASKED, SOFTIRQ.formatted(LOCKED) + IRQ.formatted(""))).isTrue();
  }

  /** The lock may be free only while others have all CPUs. */
  @Test
  void ofTasksThatWaitForALockOfThoseThatHaveACpuAreDeadlocks() {
    assertThat(areDeadlocks(LOCKED, IRQ.formatted(LOCKED))).isTrue();
    assertThat(areDeadlocks(LOCKED, TASK.formatted(PINNED))).isTrue();
    assertThat(areDeadlocks(LOCKED, TASK.formatted(LOCKED))).isTrue();
  }

  @Test
  void ofWhoHoldsOffTheHandlersThatTakeTheLockAreDeadlocks() {
    assertThat(areDeadlocks(MASKED, IRQ.formatted(LOCKED))).isTrue();
    assertThat(areDeadlocks(MASKED, SOFTIRQ.formatted(LOCKED))).isTrue();
    assertThat(areDeadlocks(PINNED, TASK.formatted(PINNED))).isTrue();
  }

  @Test
  void ofOneWriterAndTasksThatReadAreDeadlocks() {
    String write = "down_write(&rw); up_write(&rw);";
    String read = "down_read(&rw); up_read(&rw);";

    assertThat(areDeadlocks(write, TASK.formatted(read))).isTrue();
    assertThat(areDeadlocks(read, TASK.formatted(write))).isFalse();
    assertThat(areDeadlocks(write, TASK.formatted(write))).isTrue();
  }

  /** On several CPUs in turn they leave a writer no moment without one. */
  @Test
  void ofAWriterThatHandlersHoldUpAreNone() {
    String write = "unsigned long f; write_lock_irqsave(&w, f); write_unlock_irqrestore(&w, f);";

    assertThat(areDeadlocks(write, IRQ.formatted("read_lock(&w); read_unlock(&w);"))).isFalse();
    assertThat(areDeadlocks(write, IRQ.formatted("write_lock(&w); write_unlock(&w);"))).isTrue();
  }

  /** A run without some of them is a run in which the others do the same. */
  @Test
  void isHiddenByNoOopsOfReadersThatStoreNothing() {
    String reads = "struct callbacks *cbs = READ_ONCE(ptr); if (cbs) cbs->f();";

    assertThat(excludedBy("synchronize_rcu();", NMI.formatted(reads)))
        .hasValue(Set.of(Property.NO_DEADLOCK));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WRITE_ONCE(busy, true);",
        "this_cpu_write(each, 1);",
        LOCKED,
        "mutex_lock(&m); mutex_unlock(&m);"
      })
  void mayBeHiddenByAnOopsOfReadersThatOthersDependOn(String reads) {
    assertThat(excludedBy("synchronize_rcu();", TASK.formatted(reads)))
        .hasValueSatisfying(
            all ->
                assertThat(all)
                    .contains(Property.NO_DEADLOCK, Property.NO_DEREFERENCE_AFTER_TEARDOWN));
  }

  private static boolean areDeadlocks(String unregister, String readers) {
    return excludedBy(unregister, readers).isPresent();
  }

  private static Optional<Set<Property>> excludedBy(String unregister, String readers) {
    String text =
        """
        struct callbacks { void (*f)(void); };
        struct callbacks *ptr;
        bool busy;
        DEFINE_PER_CPU(int, each);
        DEFINE_SPINLOCK(l);
        DEFINE_MUTEX(m);
        DECLARE_RWSEM(rw);
        DEFINE_RWLOCK(w);
        __register void reg(struct callbacks *cbs) { WRITE_ONCE(ptr, cbs); }
        __unregister void unreg(struct callbacks *cbs) { WRITE_ONCE(ptr, NULL); %s }
        """
            .formatted(unregister);
    SourceFile file = SourceFile.of("hangs.c", text + readers);
    Facts facts = new Facts(Lowering.lower(Parser.parse(file), true), true);
    return Hangs.excludedBy(facts, new Machine() {});
  }
}
