package quiesce.lowering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.source.Parser;
import quiesce.source.SourceFile;
import quiesce.steps.Access;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Program;
import quiesce.steps.Step;
import quiesce.steps.Value;

/** Data that is only handed on: following a pointer to it counts, which data it is does not. */
class DataTest {
  private static final String STRATEGY =
      """
      struct sink {
        void (*fn)(void *data, const char *name, const void *frame);
        void *data;
        const char *name;
        unsigned long *flags;
      };
      struct sink __rcu *sink;
      static void *last;
      static const char *const title = "sinks";
      static unsigned long *bits;

      static const char *name_of(struct sink *s)
      {
        return s ? s->name : "none";
      }

      __register void add(struct sink *s)
      {
        s->data = "data";
        s->name = "one";
        s->flags = bits;
        last = "data";
        rcu_assign_pointer(sink, s);
      }

      __unregister void del(struct sink *s)
      {
        last = NULL;
        rcu_assign_pointer(sink, NULL);
        synchronize_rcu();
      }

      __irq void handle(const void *frame)
      {
        struct sink *s;
        void *data = last;
        const char *name = title;

        rcu_read_lock();
        s = rcu_dereference(sink);
        if (s) {
          data = s->data;
          name = name_of(s);
          s->fn(data, name, frame);
          s->fn(READ_ONCE(s->data), "two", s);
        }
        rcu_read_unlock();
      }
      """;

  @Test
  void aMemberIsReachedByItsObject() {
    Program program = program(STRATEGY);

    assertThat(members(Access.Load.class, program)).containsExactly("data", "name", "data");
    assertThat(members(Access.Store.class, program)).containsExactly("data", "name", "flags");
    assertThat(program.members()).hasSize(3).allMatch(m -> m.initial().isEmpty());
  }

  @Test
  void aGlobalIsNoState() {
    Program program = program(STRATEGY);

    assertThat(program.shared()).extracting(Program.Shared::name).containsExactly("sink");
    assertThat(places(program, Step.class).map(Location::key)).doesNotContain("last", "title");
  }

  @Test
  void markedAccessesOfAGlobalKeepTheirOrder() {
    String marked = STRATEGY.replace("last = \"data\"", "smp_store_release(&last, \"data\")");

    assertThat(places(program(marked), Access.Store.class).map(Location::key))
        .containsOnlyOnce("last");
  }

  @Test
  void whatIsStoredIsOneValue() {
    assertThat(
            steps(program(STRATEGY))
                .filter(s -> s instanceof Access.Store t && t.location() instanceof Location.Member)
                .map(s -> ((Access.Store) s).value()))
        .containsOnly(new Value.Null());
  }

  private static final String PAIR =
      """
      static void (*fn)(void *data);
      static void *fn_data;
      static const char *title = "pairs";

      __register void add(void (*f)(void *data), void *data)
      {
        fn_data = data;
        smp_store_release(&fn, f);
      }

      __unregister void del(void)
      {
        WRITE_ONCE(fn, NULL);
        synchronize_rcu();
      }

      __irq void handle(void)
      {
        void (*f)(void *data) = smp_load_acquire(&fn);

        if (f)
          f(%s);
      }
      """;

  @Test
  void dataOfARegistrationIsHandedOnWithItsCallback() {
    Program program = program(PAIR.formatted("fn_data"));

    assertThat(steps(program).filter(Local.HandOn.class::isInstance)).hasSize(1);
    assertThat(program.shared())
        .extracting(Program.Shared::name)
        .containsExactlyInAnyOrder("fn", "fn_data");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NULL", "(void *)title", "(void *)\"text\""})
  void dataOfTheFileIsHandedToWhomTheFileLikes(String data) {
    Program program = program(PAIR.formatted(data));

    assertThat(steps(program).filter(Local.HandOn.class::isInstance)).isEmpty();
    assertThat(program.shared()).extracting(Program.Shared::name).containsExactly("fn");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (s->data)",
        "if (s->data == data)",
        "if (data != NULL)",
        "if (!s->name)",
        "while (s->flags)",
        "if (cmpxchg(&last, NULL, data) == data)",
        "if (s->flags > flags)",
        "switch ((s->data ? 1 : 2))",
      })
  void whatDecidesIsRefused(String condition) {
    String text =
        STRATEGY.replace(
            "last = NULL;",
            "void *data = s->data; unsigned long *flags = s->flags; %s { }".formatted(condition));

    assertThat(refusal(text)).contains("data that is only handed on");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sink = last;",
        "int n = s->data;",
        "struct sink *other = s->data;",
        "s->data += 1;",
        "s->data++;",
        "s->fn = s->data;"
      })
  void dataDoesNotBecomeAnythingElse(String statement) {
    assertThat(refusal(STRATEGY.replace("last = NULL;", statement))).contains("error: ");
  }

  private static String refusal(String text) {
    return org.assertj.core.api.Assertions.catchThrowable(() -> program(text)).getMessage();
  }

  private static Program program(String text) {
    return Lowering.lower(Parser.parse(SourceFile.of("data.c", text)), false);
  }

  private static Stream<Step> steps(Program program) {
    return program.threads().stream().flatMap(t -> t.nodes().stream()).map(Node::step);
  }

  private static Stream<Location> places(Program program, Class<? extends Step> kind) {
    return steps(program).filter(kind::isInstance).map(Step::touches).flatMap(Optional::stream);
  }

  private static List<String> members(Class<? extends Step> kind, Program program) {
    return places(program, kind)
        .filter(Location.Member.class::isInstance)
        .map(Location::name)
        .toList();
  }
}
