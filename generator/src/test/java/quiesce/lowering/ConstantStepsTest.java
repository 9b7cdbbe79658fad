package quiesce.lowering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import quiesce.source.Parser;
import quiesce.source.SourceFile;
import quiesce.steps.Node;
import quiesce.steps.Program;
import quiesce.steps.Step;

/** A constant has the steps of its number, however it is written. */
class ConstantStepsTest {
  private static final String STRATEGY =
      """
      enum verdict { PASS, DROP = 3, COUNT, };
      typedef enum { IDLE, BUSY } state_t;

      struct tap {
        enum verdict (*inspect)(void);
        state_t state;
      };
      struct tap *tap;
      enum verdict last = COUNT;
      DEFINE_PER_CPU(state_t, busy) = IDLE;

      __register int add(struct tap *t, enum verdict first)
      {
        t->state = IDLE + 10 / 4;
        if (first == DROP)
          return -EINVAL;
        rcu_assign_pointer(tap, t);
        return 0;
      }

      __unregister void del(struct tap *t)
      {
        rcu_assign_pointer(tap, NULL);
        synchronize_rcu();
      }

      static state_t state(struct tap *t)
      {
        return t->state | 1 << 2;
      }

      __irq void handle(void)
      {
        struct tap *t;
        enum verdict v = 'a' - 'A';

        rcu_read_lock();
        t = rcu_dereference(tap);
        if (t && state(t) == BUSY % 2) {
          v = t->inspect();
          switch (v) {
          case DROP:
            last = PASS;
            break;
          case COUNT + 1:
            this_cpu_write(busy, BUSY);
          }
        }
        rcu_read_unlock();
      }
      """;

  @Test
  void theStepsAreThoseOfTheNumbers() {
    String writtenOut =
        STRATEGY
            .replaceAll("(?m)^(enum.*}|typedef.*);$", "")
            .replaceAll("enum verdict|state_t", "int")
            .replace("int last = COUNT;", "int last = 4;")
            .replace("IDLE + 10 / 4", "2")
            .replace("COUNT + 1", "5")
            .replace("BUSY % 2", "1")
            .replace("1 << 2", "4")
            .replace("'a' - 'A'", "32")
            .replace("IDLE", "0")
            .replace("BUSY", "1")
            .replace("PASS", "0")
            .replace("DROP", "3");
    Program named = program(STRATEGY);

    assertThat(steps(named)).isEqualTo(steps(program(writtenOut)));
    assertThat(named.shared()).isEqualTo(program(writtenOut).shared());
    assertThat(named.numbers()).contains(0, 1, 2, 3, 4, 5);
  }

  private static Program program(String text) {
    return Lowering.lower(Parser.parse(SourceFile.of("constants.c", text)), true);
  }

  private static List<List<Step>> steps(Program program) {
    return program.threads().stream()
        .map(thread -> thread.nodes().stream().map(Node::step).toList())
        .toList();
  }
}
