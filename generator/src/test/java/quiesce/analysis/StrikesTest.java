package quiesce.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import quiesce.lowering.Lowering;
import quiesce.source.Parser;
import quiesce.source.SourceFile;
import quiesce.steps.KernelThread;

/** Where a thread that others wait for can be struck by a handler that may have to wait. */
class StrikesTest {
  private static final String WAITS =
      "__irq void strike(void) { spin_lock(&l); spin_unlock(&l); }\n";
  private static final String SPINS = "__irq void strike(void) { while (READ_ONCE(x)) ; }\n";
  private static final String ENDS = "__irq void strike(void) { WRITE_ONCE(x, 2); }\n";

  @Test
  void ofALockIsUpToItsUnlock() {
    String locked = "spin_lock(&l); WRITE_ONCE(x, 1); spin_unlock(&l); WRITE_ONCE(x, 0);";

    assertThat(inTask(locked, WAITS)).containsExactly("WriteOnce", "SpinUnlock");
    assertThat(inTask(locked, SPINS)).containsExactly("WriteOnce", "SpinUnlock");
    assertThat(inTask(locked, ENDS)).isEmpty();
  }

  @Test
  void isNowhereWithTheHandlerHeldOff() {
    String locked = "spin_lock_irq(&l); WRITE_ONCE(x, 1); spin_unlock_irq(&l);";

    assertThat(inTask(locked, WAITS)).isEmpty();
    assertThat(inTask(locked, SPINS.replace("__irq", "__nmi")))
        .containsExactly("WriteOnce", "SpinUnlock");
  }

  @Test
  void ofASectionThatIsWaitedForIsUpToItsEnd() {
    String section = "preempt_disable(); WRITE_ONCE(x, 1); preempt_enable();";
    String srcu =
        "int i; preempt_disable(); i = srcu_read_lock(&d); WRITE_ONCE(x, 1);"
            + " srcu_read_unlock(&d, i); preempt_enable();";

    assertThat(inTask(section, SPINS)).isEmpty();
    assertThat(inTask(section, "synchronize_rcu();", SPINS))
        .containsExactly("WriteOnce", "PreemptEnable");
    assertThat(inTask(srcu, "synchronize_srcu(&d);", SPINS))
        .containsExactly("WriteOnce", "SrcuReadUnlock");
  }

  @Test
  void doesNotMatterToWhoMayBePreempted() {
    String section = "rcu_read_lock(); WRITE_ONCE(x, 1); rcu_read_unlock();";

    assertThat(inTask(section, "synchronize_rcu();", SPINS)).isEmpty();
  }

  @Test
  void ofAHandlerIsByHigherOnesAlone() {
    String softirq = "__softirq void soft(void) { spin_lock(&l); WRITE_ONCE(x, 1); %s }\n";
    String unlock = softirq.formatted("spin_unlock(&l);");

    assertThat(in("soft", "", unlock + WAITS)).containsExactly("WriteOnce", "SpinUnlock");
    assertThat(in("soft", "", unlock + WAITS.replace("__irq", "__softirq"))).isEmpty();
  }

  private static List<String> inTask(String body, String handler) {
    return inTask(body, "", handler);
  }

  private static List<String> inTask(String body, String unregister, String handler) {
    return in("task", unregister, "__task void task(void) { " + body + " }\n" + handler);
  }

  private static List<String> in(String function, String unregister, String functions) {
    SourceFile file =
        SourceFile.of(
            "s.c",
            """
            struct callbacks { void (*f)(void); };
            static DEFINE_SPINLOCK(l);
            DEFINE_SRCU(d);
            static int x;
            __register void reg(void) {}
            __unregister void unreg(void) { %s }
            """
                    .formatted(unregister)
                + functions);
    Facts facts = new Facts(Lowering.lower(Parser.parse(file), true), true);
    KernelThread thread =
        facts.threads().stream().filter(t -> t.name().equals(function)).findFirst().orElseThrow();
    Strikes strikes = new Strikes(thread, facts);
    return thread.nodes().stream().filter(strikes::leaveAwaited).map(n -> n.step().name()).toList();
  }
}
