package quiesce.module;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quiesce.lowering.Lowering;
import quiesce.source.Parser;
import quiesce.source.SourceFile;

/** Numbers of a strategy that calculates are within what it names, and some more. */
class NumberBoundsTest {
  @Test
  void anErrorNumberIsWithinTheBounds() {
    String text =
        """
        struct cbs {
          void (*call)(void);
        };
        int state;
        __register int reg(struct cbs *cbs)
        {
          WRITE_ONCE(state, READ_ONCE(state) + 1);
          return -EHOSTUNREACH;
        }
        __unregister void unreg(struct cbs *cbs)
        {
        }
        __irq void handle(void)
        {
          if (READ_ONCE(state) > 0)
            WRITE_ONCE(state, -EHOSTUNREACH);
        }
        """;
    // 113, and 8 for each of two CPUs.
    assertThat(files(text)).contains("state \\in (-129)..129");
  }

  @Test
  void soAreBitsThatArePutTogether() {
    String text =
        """
        struct cbs {
          void (*call)(void);
        };
        int state;
        __register void reg(struct cbs *cbs)
        {
          WRITE_ONCE(state, 0);
        }
        __unregister void unreg(struct cbs *cbs)
        {
        }
        __irq void handle(int status)
        {
          WRITE_ONCE(state, READ_ONCE(state) | status);
          WARN_ON(READ_ONCE(state) == 43);
        }
        """;
    // 43 has six bits; and 8 for each of two CPUs.
    assertThat(files(text)).contains("state \\in (-79)..79");
  }

  @Test
  void soIsWhatTheObjectHoldsThatIsRegistered() {
    String text =
        """
        struct cbs {
          void (*call)(void);
          int limit;
        };
        void called(void);
        static struct cbs mine = { .call = called, .limit = 500 };
        int state;
        __register void reg(struct cbs *cbs)
        {
          WRITE_ONCE(state, READ_ONCE(state) + 1);
        }
        __unregister void unreg(struct cbs *cbs)
        {
        }
        __pins_provider __task void look(struct cbs *cbs)
        {
          WARN_ON(READ_ONCE(state) == cbs->limit);
        }
        """;

    assertThat(files(text)).contains("state \\in (-516)..516");
  }

  private static String files(String text) {
    return Emitter.emit(
            Lowering.lower(Parser.parse(SourceFile.of("bounds.c", text)), true),
            Options.DEFAULT.withBounds(2, 1))
        .files()
        .toString();
  }
}
