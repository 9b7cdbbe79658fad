package quiesce.lowering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quiesce.source.Parser;
import quiesce.source.Profile;
import quiesce.source.SourceFile;
import quiesce.steps.Program;

/** A guard has the steps of the calls that it is short for, on every path out of its block. */
class GuardStepsTest {
  private static final String FILE =
      """
      struct hook {
        spinlock_t lock;
        bool on;
        void (*call)(void);
      };
      static struct hook *hook;
      static DEFINE_MUTEX(lock);
      DEFINE_STATIC_SRCU(domain);

      __register void add(struct hook *h)
      {
        WRITE_ONCE(hook, h);
      }

      __unregister void del(struct hook *h)
      {
        WRITE_ONCE(hook, NULL);
        synchronize_srcu(&domain);
      }

      __task void run(void)
      {
        bool seen = false;
        %s
        WARN_ON(seen);
      }
      """;

  private static void assertSame(String guarded, String calls) {
    assertThat(steps(guarded)).isEqualTo(steps(calls));
  }

  @Test
  void theCallIsMadeAtTheEndOfTheBlock() {
    assertSame(
        "{ seen = READ_ONCE(hook); guard(mutex)(&lock); WRITE_ONCE(hook, NULL); }",
        "{ seen = READ_ONCE(hook); mutex_lock(&lock); WRITE_ONCE(hook, NULL); mutex_unlock(&lock); }");
  }

  @Test
  void whatIsReturnedIsEvaluatedBefore() {
    String function =
        """
        static bool on(struct hook *h)
        {
          guard(spinlock)(&h->lock);
          if (!hook)
            return true;
          return h->on;
        }
        """;
    String call = "struct hook *h = READ_ONCE(hook); if (h) ";
    assertThat(steps(function, call + "seen = on(h);"))
        .isEqualTo(
            steps(
                call
                    + "{ spin_lock(&h->lock); if (!hook) { seen = true; spin_unlock(&h->lock); }"
                    + " else { seen = h->on; spin_unlock(&h->lock); } }"));
  }

  @Test
  void theLastOneEndsFirst() {
    assertSame(
        "scoped_guard(mutex, &lock) { guard(rcu)(); seen = READ_ONCE(hook); }",
        "mutex_lock(&lock); rcu_read_lock(); seen = READ_ONCE(hook); rcu_read_unlock(); mutex_unlock(&lock);");
  }

  @Test
  void aLoopIsLeftWithoutTheGuardsInIt() {
    assertSame(
        "{ guard(preempt)(); while (READ_ONCE(hook)) { guard(rcu)(); if (READ_ONCE(hook)) break; if (seen) continue; seen = true; } }",
        "preempt_disable(); while (READ_ONCE(hook)) { rcu_read_lock(); if (READ_ONCE(hook)) { rcu_read_unlock(); break; } "
            + "if (seen) { rcu_read_unlock(); continue; } seen = true; rcu_read_unlock(); } preempt_enable();");
  }

  @Test
  void aNameMeansWhatItMeantWhereTheGuardWasDeclared() {
    assertSame(
        "struct hook *h = READ_ONCE(hook); if (h) { guard(spinlock)(&h->lock); struct hook *h = NULL; seen = h; }",
        "struct hook *h = READ_ONCE(hook); if (h) { spin_lock(&h->lock);"
            + " { struct hook *h = NULL; seen = h; } spin_unlock(&h->lock); }");
  }

  static List<String> kinds() {
    return Profile.STRATEGY.guards().keySet().stream().sorted().toList();
  }

  /** None is of a primitive that there is not. */
  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindIsOneOfTheMachine(String kind) {
    boolean argument = Profile.STRATEGY.guards().get(kind).takesArgument();
    String given =
        !argument
            ? ""
            : kind.equals("srcu")
                ? "&domain"
                : kind.equals("mutex")
                    ? "&lock"
                    : "&the_" + kind.replaceAll("_(bh|irq|irqsave)$", "");
    assertThat(
            steps(
                "scoped_guard(" + kind + (given.isEmpty() ? "" : ", " + given) + ") seen = true;"))
        .hasSizeGreaterThan(4);
  }

  private static List<String> steps(String body) {
    return steps(
        """
        static DEFINE_SPINLOCK(the_spinlock);
        static DEFINE_RAW_SPINLOCK(the_raw_spinlock);
        static DEFINE_RWLOCK(the_read_lock);
        static DEFINE_RWLOCK(the_write_lock);
        static DECLARE_RWSEM(the_rwsem_read);
        static DECLARE_RWSEM(the_rwsem_write);
        DEFINE_STATIC_PERCPU_RWSEM(the_percpu_read);
        DEFINE_STATIC_PERCPU_RWSEM(the_percpu_write);
        """,
        body);
  }

  private static List<String> steps(String before, String body) {
    String text = FILE.formatted(body).replace("__task void run", before + "__task void run");
    Program program = Lowering.lower(Parser.parse(SourceFile.of("guards.c", text)), false);
    return program.readers().get(0).nodes().stream()
        .filter(n -> !n.step().name().equals("Reached"))
        .map(n -> n.step() + " " + n.before())
        .toList();
  }
}
