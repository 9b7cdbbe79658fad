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
          WARN_ON(READ_ONCE(state) == 1);
        }
        """;
    Options options = Options.DEFAULT.withBounds(2, 1);

    String files =
        Emitter.emit(Lowering.lower(Parser.parse(SourceFile.of("bounds.c", text)), true), options)
            .files()
            .toString();

    // 113, and 8 for each of two CPUs.
    assertThat(files).contains("state \\in (-129)..129");
  }
}
