package quiesce.lowering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import quiesce.source.Parser;
import quiesce.source.SourceFile;
import quiesce.steps.Node;
import quiesce.steps.Origin;
import quiesce.steps.Program;
import quiesce.steps.Step;

/** A macro has the steps of what it expands to, and shows the line where it is used. */
class MacroStepsTest {
  private static final String MACROS =
      """
      #define ARMED 1
      #define LIMIT (ARMED + 2)
      #define armed(h) ((h) && (h)->flags == ARMED && READ_ONCE((h)->count) < LIMIT)
      #define publish(p, x) do { rcu_assign_pointer(p, x); lockdep_assert_held(&lock); } while (0)
      #define hook_lock() mutex_lock(&lock)
      typedef void (*call_t)(void);
      """;

  private static final String STRATEGY =
      """
      struct hook {
        call_t call;
        int flags, count;
      };
      struct hook __rcu *hook;
      DEFINE_MUTEX(lock);

      __register int add(struct hook *h)
      {
        hook_lock();
        if (rcu_access_pointer(hook)) {
          mutex_unlock(&lock);
          return -EBUSY;
        }
        h->flags = ARMED;
        publish(hook, h);
        mutex_unlock(&lock);
        return 0;
      }

      __unregister void del(struct hook *h)
      {
        hook_lock();
        publish(hook, NULL);
        mutex_unlock(&lock);
        synchronize_rcu();
      }

      __irq irqreturn_t handle(void)
      {
        struct hook *h;

        rcu_read_lock();
        h = rcu_dereference(hook);
        if (armed(h))
          h->call();
        rcu_read_unlock();
        return IRQ_HANDLED;
      }
      """;

  private static String writtenOut() {
    return STRATEGY
        .replace("hook_lock()", "mutex_lock(&lock)")
        .replaceAll("publish\\((.*)\\);", "do { rcu_assign_pointer($1); } while (0);")
        .replace("armed(h)", "h && h->flags == 1 && READ_ONCE(h->count) < 1 + 2")
        .replace("call_t call", "void (*call)(void)")
        .replace("irqreturn_t", "int")
        .replace("IRQ_HANDLED", "1")
        .replace("-EBUSY", "-16")
        .replace("ARMED", "1");
  }

  @Test
  void theStepsAreThoseOfWhatAMacroExpandsTo() {
    assertThat(steps(program(MACROS + STRATEGY))).isEqualTo(steps(program(writtenOut())));
  }

  @Test
  void eachOperandOfAMacroIsAPlaceThatARunMustReach() {
    String line = "if (armed(h))";
    List<Origin> all =
        program(MACROS + STRATEGY).statements().stream()
            .filter(o -> o.text().equals(line))
            .toList();

    assertThat(all).extracting(Origin::place).hasSize(3).doesNotHaveDuplicates();
  }

  private static Program program(String text) {
    return Lowering.lower(Parser.parse(SourceFile.of("macros.c", text)), true);
  }

  private static List<List<Step>> steps(Program program) {
    return program.threads().stream()
        .map(thread -> thread.nodes().stream().map(Node::step).toList())
        .toList();
  }
}
